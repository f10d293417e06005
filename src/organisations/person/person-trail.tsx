import type { Services } from '../../platform/settings/services-setting.ts';
import { Heading, Table } from '../../ui/index.ts';
import { nameOfKey, roleTitle } from '../roles/roles.ts';
import type { AllPersonWords, PersonPartProps } from './person.page.tsx';
import type { OnePerson } from './read-person.ts';

/** The record of this membership, in words. */
export function PersonTrail({ events, here, timeZone, words }: PersonPartProps) {
  const labels = words.person.trail;
  if (events.length === 0) return null;
  return (
    <>
      <Heading level={2}>{labels.title}</Heading>
      <Table
        caption={labels.title}
        captionHidden
        columns={[labels.what, labels.who, labels.when].map((heading) => ({ heading }))}
        rows={events.map((event) => [
          <What key="what" event={event} services={here.services} words={words} />,
          whoDid(event, words),
          words.member.moment(event.at, timeZone),
        ])}
      />
    </>
  );
}

type TrailEvent = OnePerson['events'][number];

interface WhatProps {
  event: TrailEvent;
  services: Services;
  words: AllPersonWords;
}

const What = ({ event, services, words: { person, member } }: WhatProps) => (
  <>
    {person.events[event.action] ?? person.otherEvent}
    {event.reason ? (
      <span className="gh-line">{person.trail.reason(member.because[event.reason] ?? event.reason)}</span>
    ) : null}
    {(['given', 'taken'] as const).map((what) => {
      const names = roleNames(event.detail?.[what], services);
      return names.length > 0 ? (
        <span className="gh-line" key={what}>
          {person.trail[what](names)}
        </span>
      ) : null;
    })}
  </>
);

/** The keys that were put on record, as the settings call them now. */
const roleNames = (keys: unknown, services: Services): string[] =>
  Array.isArray(keys) ? keys.map((key) => roleTitle(services, nameOfKey(String(key)))) : [];

function whoDid({ actorKind, actorName }: TrailEvent, { person, member }: AllPersonWords): string {
  if (actorKind === 'system') return member.itself;
  if (actorKind === 'staff') return member.support;
  if (actorKind === 'anyone') return person.trail.somebody;
  return actorName ?? person.trail.gone;
}
