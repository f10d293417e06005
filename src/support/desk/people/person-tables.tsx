import { nameOfRole } from '../../../platform/settings/role-names.ts';
import { Heading, Note, Paragraph, Table } from '../../../ui/index.ts';
import { organisationsAddress, sentMessageAddress } from '../addresses.ts';
import { roleName } from '../desk.words.ts';
import { sayAction, sayDelivery, sayMessage, sayStatus, sayWho } from '../say-event.ts';
import type { AllPersonWords, PersonProps } from './person-props.ts';
import type { Person } from './read-person.ts';

type Props = Pick<PersonProps, 'person' | 'timeZone'> & { words: AllPersonWords };

const Nothing = ({ heading, text }: { heading: string; text: string }) => (
  <>
    <Heading level={2} size="s">
      {heading}
    </Heading>
    <Paragraph>{text}</Paragraph>
  </>
);

export function RoleTable({
  person: { roles },
  services,
  timeZone,
  words,
}: Props & Pick<PersonProps, 'services'>) {
  const labels = words.person.roles;
  const moment = (at: Date) => words.desk.moment(at, timeZone);
  if (roles.length === 0) return <Nothing heading={labels.caption} text={labels.none} />;
  return (
    <Table
      caption={labels.caption}
      columns={[labels.organisation, labels.role, labels.since].map((heading) => ({ heading }))}
      rows={roles.map((held) => [
        held.kind === 'operator' ? (
          words.desk.supportStaff
        ) : (
          <a key="organisation" href={`${organisationsAddress}/${held.organisationId}`}>
            {[held.organisation, held.code].filter(Boolean).join(' ')}
          </a>
        ),
        held.service === 'support' ? roleName(held.role, words.desk) : nameOfRole(services, held),
        held.endedAt ? labels.ended(moment(held.endedAt)) : moment(held.since),
      ])}
    />
  );
}

export function MessageTable({ person: { id, messages }, timeZone, words }: Props) {
  const labels = words.person.messages;
  const { desk } = words;
  if (messages.length === 0) return <Nothing heading={labels.caption} text={labels.none} />;
  return (
    <Table
      caption={labels.caption}
      columns={[labels.what, labels.status, labels.at].map((heading) => ({ heading }))}
      rows={messages.map((message) => [
        <MessageName key="what" person={id} message={message} words={words} />,
        <Fate key="fate" message={message} timeZone={timeZone} words={words} />,
        desk.moment(message.sentAt ?? message.createdAt, timeZone),
      ])}
    />
  );
}

type Message = Person['messages'][number];

/** What it said is a page of its own, because looking at it is on record. */
function MessageName({
  person,
  message,
  words,
}: {
  person: string;
  message: Message;
  words: AllPersonWords;
}) {
  const name = sayMessage(message.kind, words.events);
  return message.hasPreview ? <a href={sentMessageAddress(person, message.id)}>{name}</a> : name;
}

/** Whether it went, and for a text what the network said of it and when. */
function Fate({ message, timeZone, words: { events, desk } }: FateProps) {
  const { status, channel, deliveryStatusAt } = message;
  const known = sayDelivery(message, events);
  return (
    <>
      {channel === 'sms' ? events.byText : null} {known ?? sayStatus(status, events)}
      {known && deliveryStatusAt ? <Note> {desk.moment(deliveryStatusAt, timeZone)}</Note> : null}
    </>
  );
}

interface FateProps {
  message: Message;
  timeZone: string;
  words: AllPersonWords;
}

export function EventTable({ person: { events }, timeZone, words }: Props) {
  const labels = words.person.events;
  if (events.length === 0) return <Nothing heading={labels.caption} text={labels.none} />;
  return (
    <Table
      caption={labels.caption}
      columns={[labels.what, labels.who, labels.at].map((heading) => ({ heading }))}
      rows={events.map((event) => [
        <What key="what" event={event} words={words} />,
        sayWho(event, words.events),
        words.desk.moment(event.at, timeZone),
      ])}
    />
  );
}

type Event = Person['events'][number];

const What = ({ event, words }: { event: Event; words: AllPersonWords }) => (
  <>
    {sayAction(event.action, words.events)}
    {event.reason ? (
      <>
        <br />
        {words.person.events.withReason(event.reason)}
      </>
    ) : null}
  </>
);
