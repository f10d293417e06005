import type { ReactNode } from 'react';
import { Table } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { personAddress } from '../addresses.ts';
import { sayAction } from '../say-event.ts';
import type { ActivityProps, AllActivityWords } from './activity.page.tsx';
import type { FoundEvent } from './search-activity.store.ts';

interface TableProps extends ActivityProps {
  events: FoundEvent[];
  personName: string | undefined;
  words: AllActivityWords;
}

export function ActivityTable({ events, personName, timeZone, words }: TableProps) {
  const { columns, caption, captionFor } = words.activity;
  return (
    <Table
      caption={personName ? captionFor(personName) : caption}
      columns={[columns.what, columns.who, columns.about, columns.from, columns.at].map((heading) => ({
        heading,
      }))}
      rows={events.map((event) => [
        <What key="what" event={event} words={words} />,
        <Who key="who" event={event} words={words} />,
        <About key="about" event={event} words={words} />,
        whereFrom(event, words),
        words.desk.moment(event.at, timeZone),
      ])}
    />
  );
}

interface CellProps {
  event: FoundEvent;
  words: AllActivityWords;
}

const What = ({ event, words: { activity, events } }: CellProps) => (
  <>
    {sayAction(event.action, events)}
    {event.ticket ? <Line text={<a href={deskTicketAddress(event.ticket)}>{event.ticket}</a>} /> : null}
    {event.organisation ? <Line text={activity.at(event.organisation)} /> : null}
    {event.reason ? <Line text={activity.withReason(event.reason)} /> : null}
  </>
);

const Line = ({ text }: { text: ReactNode }) => (
  <>
    <br />
    {text}
  </>
);

function Who({ event, words }: CellProps) {
  const { actors } = words.events;
  if (event.actorKind === 'system') return actors.system;
  if (event.actorKind === 'anyone') return actors.anyone;
  if (!event.actorId || !event.actorName) return actors.gone;
  const name = event.actorKind === 'staff' ? actors.staff(event.actorName) : actors.person(event.actorName);
  return <a href={personAddress(event.actorId)}>{name}</a>;
}

function About({ event, words: { activity } }: CellProps) {
  if (!event.subjectId || isOfTicketAlone(event)) return activity.nobodys;
  return event.subjectName ? <a href={personAddress(event.subjectId)}>{event.subjectName}</a> : activity.gone;
}

/** Of a ticket that is nobody's here the record names whoever did it. */
const isOfTicketAlone = ({ ticket, actorKind, actorId, subjectId }: FoundEvent) =>
  ticket !== null && actorKind === 'staff' && actorId === subjectId;

/** Four signs tell networks on one page apart, and say nothing else about them. */
function whereFrom({ device, clientMac }: FoundEvent, { activity }: AllActivityWords): string {
  if (device) return activity.device(device);
  return clientMac ? activity.network(clientMac.split('.')[1]?.slice(0, 4) ?? '') : activity.notKnown;
}
