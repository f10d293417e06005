import { hours } from '../../../kernel/duration.ts';
import { Note, Tag } from '../../../ui/index.ts';
import type { DeskTicketsWords } from './desk-tickets.words.ts';
import type { TicketClock } from './ticket-clock.ts';

interface ClockTagProps {
  clock: TicketClock;
  timeZone: string;
  words: DeskTicketsWords;
}

interface CallBackTagProps {
  at: Date;
  timeZone: string;
  words: DeskTicketsWords;
}

export const CallBackTag = ({ at, timeZone, words }: CallBackTagProps) => (
  <>
    <Tag colour="pink">{words.clock.callBack}</Tag>
    <br />
    <Note>{words.moment(at, timeZone)}</Note>
  </>
);

/** What is left or overdue in words; the colour only helps. */
export function ClockTag({ clock, timeZone, words: { clock: words } }: ClockTagProps) {
  if (clock.kind === 'stopped') return <Note>{words.stopped}</Note>;
  return (
    <>
      {words.kinds[clock.kind]}
      <br />
      {clock.isOverdue ? (
        <Tag colour="red">{words.overdue(clock.since)}</Tag>
      ) : (
        <Tag colour={clock.left < hours(1) ? 'orange' : 'grey'}>{words.left(clock.left)}</Tag>
      )}
      <br />
      <Note>{words.by(clock.dueAt, timeZone)}</Note>
    </>
  );
}
