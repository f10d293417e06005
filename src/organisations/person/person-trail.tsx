import { Heading, Table } from '../../ui/index.ts';
import type { AllPersonWords, PersonPartProps } from './person.page.tsx';
import type { OnePerson } from './read-person.ts';

/** The record of this membership, in words. */
export function PersonTrail({ events, timeZone, words }: PersonPartProps) {
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
          <What key="what" event={event} words={words} />,
          whoDid(event, words),
          words.member.moment(event.at, timeZone),
        ])}
      />
    </>
  );
}

type TrailEvent = OnePerson['events'][number];

const What = ({ event, words: { person, member } }: { event: TrailEvent; words: AllPersonWords }) => (
  <>
    {person.events[event.action] ?? person.otherEvent}
    {event.reason ? (
      <span className="gh-line">{person.trail.reason(member.because[event.reason] ?? event.reason)}</span>
    ) : null}
  </>
);

function whoDid({ actorKind, actorName }: TrailEvent, { person, member }: AllPersonWords): string {
  if (actorKind === 'system') return member.itself;
  if (actorKind === 'staff') return member.support;
  if (actorKind === 'anyone') return person.trail.somebody;
  return actorName ?? person.trail.gone;
}
