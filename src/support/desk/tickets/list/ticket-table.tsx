import { Code, Note, Table, Tag } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { firstWords } from '../../../tickets/ticket.email.tsx';
import { priorityName, subjectOf } from '../../../tickets/ticket.ts';
import { CallBackTag, ClockTag } from '../clock-tag.tsx';
import { PriorityTag, StateTag } from '../state-tag.tsx';
import { clockOf, daysUntil } from '../ticket-clock.ts';
import type { ListProps, ListWords } from './list-tickets.page.tsx';
import type { ListedTicket } from './list-tickets.store.ts';

type Props = ListProps & { words: ListWords };

export function TicketTable(props: Props) {
  const { columns, caption } = props.words.list;
  const headings = [
    columns.ticket,
    columns.requester,
    columns.state,
    columns.assigned,
    columns.last,
    columns.choose,
  ];
  return (
    <div className="gh-ticket-list">
      <Table
        caption={caption(props.words.tickets.queues[props.question.queue])}
        captionHidden
        columns={headings.map((heading) => ({ heading }))}
        rows={props.list.tickets.map((ticket) => [
          <What key="what" ticket={ticket} {...props} />,
          [ticket.requester, ticket.organisation].filter(Boolean).join(', '),
          <State key="state" ticket={ticket} {...props} />,
          [ticket.assignee ?? props.words.tickets.nobody, ticket.team].filter(Boolean).join(', '),
          <Last key="last" ticket={ticket} {...props} />,
          <Choose key="choose" ticket={ticket} {...props} />,
        ])}
      />
    </div>
  );
}

type CellProps = Props & { ticket: ListedTicket };

const What = ({ ticket, settings, words }: CellProps) => (
  <>
    <a href={deskTicketAddress(ticket.reference)}>{ticket.title}</a>
    <br />
    <Code>{ticket.reference}</Code>
    <Subject ticket={ticket} settings={settings} words={words} />
    {ticket.tags.map((tag) => (
      <span key={tag}>
        {' '}
        <Tag colour="purple">{tag}</Tag>
      </span>
    ))}
  </>
);

/** Titles that nobody chose begin with it. */
function Subject({ ticket, settings, words }: Pick<CellProps, 'ticket' | 'settings' | 'words'>) {
  const { key, name } = subjectOf(settings, ticket);
  const said = key === ticket.subjectKey ? name : words.tickets.otherSubject(ticket.subjectKey);
  if (ticket.title.startsWith(said)) return null;
  return (
    <>
      <br />
      <Note>{said}</Note>
    </>
  );
}

/** A usual priority goes without saying. */
const State = (props: CellProps) => (
  <>
    <StateTag state={props.ticket.state} words={props.words.tickets} />{' '}
    {priorityName(props.ticket.priority) === 'normal' ? null : (
      <PriorityTag priority={props.ticket.priority} words={props.words.tickets} />
    )}
    <br />
    <Clock {...props} />
  </>
);

function Clock({ ticket, settings, now, words }: CellProps) {
  const { timeZone } = settings.service;
  const isDone = ticket.state === 'solved' || ticket.state === 'closed';
  const days = ticket.complaintDueOn && !isDone ? daysUntil(ticket.complaintDueOn, now, timeZone) : undefined;
  return (
    <>
      <ClockTag clock={clockOf(settings, ticket, now)} timeZone={timeZone} words={words.tickets} />
      {days === undefined ? null : (
        <>
          <br />
          <Tag colour={days < 7 ? 'red' : 'yellow'}>{words.tickets.clock.complaint(days)}</Tag>
        </>
      )}
      {ticket.callBackAt ? (
        <>
          <br />
          <CallBackTag at={ticket.callBackAt} timeZone={timeZone} words={words.tickets} />
        </>
      ) : null}
    </>
  );
}

const Last = ({ ticket, now, words }: CellProps) => (
  <>
    {words.list.lastBy[ticket.lastMessageBy]}, {words.tickets.ago(ticket.lastMessageAt, now)}
    <LastWords said={firstWords(ticket.lastWords ?? '')} title={ticket.title} />
  </>
);

/** Unless the title says them. */
const LastWords = ({ said, title }: { said: string; title: string }) =>
  title.endsWith(said) ? null : (
    <>
      <br />
      <Note>{said}</Note>
    </>
  );

/** Chosen for a change of several at once. */
const Choose = ({ ticket: { reference }, words }: CellProps) => (
  <div className="nhsuk-checkboxes nhsuk-checkboxes--small" data-module="nhsuk-checkboxes">
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={`chosen-${reference}`}
        name="chosen"
        type="checkbox"
        value={reference}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`chosen-${reference}`}>
        <span className="nhsuk-u-visually-hidden">{words.list.choose(reference)}</span>
      </label>
    </div>
  </div>
);
