import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Radios,
  Table,
  Tag,
  TextArea,
  TextInput,
  TypedLines,
} from '../../../ui/index.ts';
import { deskCallBacksAddress, deskTicketAddress, deskTicketsAddress } from '../../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { DeskTicketsWords } from '../tickets/desk-tickets.words.ts';
import { type CallBack, callBackOutcomes } from './call-backs.store.ts';
import type { CallBacksWords } from './call-backs.words.ts';

interface Words {
  callBacks: CallBacksWords;
  desk: DeskWords;
  tickets: DeskTicketsWords;
}

export const callBackPage = (reference: string, form: FormState, words: Words): Page => {
  const { note, about } = words.callBacks;
  return {
    title: note.title,
    hasErrors: form.errors.length > 0,
    back: { href: deskTicketAddress(reference), label: words.tickets.backToTicket },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={about(reference)}>{note.title}</Heading>
        <Form action={deskTicketAddress(reference, 'call-back')}>
          <TextInput
            {...fieldOf(form, 'phone')}
            label={note.phone}
            hint={note.phoneHint}
            width={20}
            autoComplete="off"
          />
          <Radios
            {...fieldOf(form, 'hours')}
            label={note.when}
            options={Object.entries(note.inHours).map(([value, label]) => ({ value, label }))}
          />
          <TextArea {...fieldOf(form, 'note')} label={note.note} rows={3} maximum={500} />
          <ButtonGroup>
            <Button>{note.button}</Button>
            <a href={deskTicketAddress(reference)}>{words.desk.cancel}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
};

interface ListProps {
  callBacks: readonly CallBack[];
  now: Date;
  timeZone: string;
  notice: Notice | undefined;
}

export const callBacksPage = (props: ListProps, words: Words): Page => ({
  title: words.callBacks.list.title,
  width: 'full',
  back: { href: deskTicketsAddress, label: words.callBacks.back },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.callBacks.list.title}</Heading>
      {props.callBacks.length > 0 ? (
        <CallBacks {...props} words={words} />
      ) : (
        <EmptyState heading={words.callBacks.list.none}>
          <p>{words.callBacks.list.noneText}</p>
        </EmptyState>
      )}
    </>
  ),
});

function CallBacks({ callBacks, now, timeZone, words }: ListProps & { words: Words }) {
  const { columns, caption, overdue } = words.callBacks.list;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[columns.when, columns.who, columns.phone, columns.ticket, columns.done].map((heading) => ({
        heading,
      }))}
      rows={callBacks.map((one) => [
        <span key="when">
          {words.desk.moment(one.wantedAt, timeZone)}{' '}
          {one.wantedAt < now ? <Tag colour="red">{overdue}</Tag> : null}
        </span>,
        one.name,
        one.phone,
        <span key="ticket">
          <a href={deskTicketAddress(one.reference)}>{one.reference}</a> {one.title}
          {one.note ? (
            <>
              <br />
              <TypedLines>{one.note}</TypedLines>
            </>
          ) : null}
        </span>,
        <Settle key="settle" one={one} words={words.callBacks} />,
      ])}
    />
  );
}

const Settle = ({ one, words: { list } }: { one: CallBack; words: CallBacksWords }) => (
  <>
    {callBackOutcomes.map((outcome) => (
      <Form key={outcome} action={`${deskCallBacksAddress}/${one.id}`}>
        <input type="hidden" name="outcome" value={outcome} />
        <Button variant="secondary" small>
          {list.outcomes[outcome]}
          <span className="nhsuk-u-visually-hidden"> {list.of(one.name)}</span>
        </Button>
      </Form>
    ))}
  </>
);
