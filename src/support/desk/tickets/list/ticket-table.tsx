import { Code, Note, Table, Tag } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { firstWords } from '../../../tickets/ticket.email.tsx';
import { CallBackTag, ClockTag } from '../clock-tag.tsx';
import { PriorityTag, StateTag } from '../state-tag.tsx';
import { clockOf, daysUntil } from '../ticket-clock.ts';
import type { ListProps, ListWords } from './list-tickets.page.tsx';
import type { ListedTicket } from './list-tickets.store.ts';

type Props = ListProps & { words: ListWords };

export function TicketTable(props: Props) {
  const { columns, caption, queues } = props.words.list;
  const headings = [
    columns.ticket,
    columns.requester,
    columns.state,
    columns.clock,
    columns.assigned,
    columns.last,
    columns.choose,
  ];
  return (
    <Table
      caption={caption(queues[props.question.queue])}
      captionHidden
      columns={headings.map((heading) => ({ heading }))}
      rows={props.list.tickets.map((ticket) => [
        <What key="what" ticket={ticket} {...props} />,
        [ticket.requester, ticket.organisation].filter(Boolean).join(', '),
        <State key="state" ticket={ticket} {...props} />,
        <Clock key="clock" ticket={ticket} {...props} />,
        [ticket.assignee ?? props.words.tickets.nobody, ticket.team].filter(Boolean).join(', '),
        <Last key="last" ticket={ticket} {...props} />,
        <Choose key="choose" ticket={ticket} {...props} />,
      ])}
    />
  );
}

type CellProps = Props & { ticket: ListedTicket };

const What = ({ ticket, settings, words }: CellProps) => (
  <>
    <a href={deskTicketAddress(ticket.reference)}>{ticket.title}</a>
    <br />
    <Code>{ticket.reference}</Code>
    <br />
    <Note>
      {settings.tickets.subjects.find(({ key }) => key === ticket.subjectKey)?.name ??
        words.tickets.otherSubject(ticket.subjectKey)}
    </Note>
    {ticket.tags.map((tag) => (
      <span key={tag}>
        {' '}
        <Tag colour="purple">{tag}</Tag>
      </span>
    ))}
  </>
);

const State = ({ ticket, words }: CellProps) => (
  <>
    <StateTag state={ticket.state} words={words.tickets} />
    <br />
    <PriorityTag priority={ticket.priority} words={words.tickets} />
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
    <br />
    <Note>{firstWords(ticket.lastWords ?? '')}</Note>
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
