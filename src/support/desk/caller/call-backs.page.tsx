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
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { type CallBack, callBackOutcomes } from './call-backs.store.ts';
import type { Words } from './caller.page.tsx';

export const callBackPage = (reference: string, form: FormState, { caller, desk }: Words): Page => {
  const { callBack: words } = caller;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: deskTicketAddress(reference), label: caller.backToTicket },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={caller.check.about(reference)}>{words.title}</Heading>
        <Form action={deskTicketAddress(reference, 'call-back')}>
          <TextInput
            {...fieldOf(form, 'phone')}
            label={words.phone}
            hint={words.phoneHint}
            width={20}
            autoComplete="off"
          />
          <Radios
            {...fieldOf(form, 'hours')}
            label={words.when}
            options={Object.entries(words.inHours).map(([value, label]) => ({ value, label }))}
          />
          <TextArea {...fieldOf(form, 'note')} label={words.note} rows={3} maximum={500} />
          <ButtonGroup>
            <Button>{words.button}</Button>
            <a href={deskTicketAddress(reference)}>{desk.cancel}</a>
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
  title: words.caller.list.title,
  width: 'full',
  back: { href: deskTicketsAddress, label: words.caller.back },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.caller.list.title}</Heading>
      {props.callBacks.length > 0 ? (
        <CallBacks {...props} words={words} />
      ) : (
        <EmptyState heading={words.caller.list.none}>
          <p>{words.caller.list.noneText}</p>
        </EmptyState>
      )}
    </>
  ),
});

function CallBacks({ callBacks, now, timeZone, words: { caller, desk } }: ListProps & { words: Words }) {
  const { columns, caption, overdue } = caller.list;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[columns.when, columns.who, columns.phone, columns.ticket, columns.done].map((heading) => ({
        heading,
      }))}
      rows={callBacks.map((one) => [
        <span key="when">
          {desk.moment(one.wantedAt, timeZone)}{' '}
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
        <Settle key="settle" one={one} words={{ caller, desk }} />,
      ])}
    />
  );
}

const Settle = ({ one, words: { caller } }: { one: CallBack; words: Words }) => (
  <>
    {callBackOutcomes.map((outcome) => (
      <Form key={outcome} action={`${deskCallBacksAddress}/${one.id}`}>
        <input type="hidden" name="outcome" value={outcome} />
        <Button variant="secondary" small>
          {caller.list.outcomes[outcome]}
          <span className="nhsuk-u-visually-hidden"> {caller.list.of(one.name)}</span>
        </Button>
      </Form>
    ))}
  </>
);
