import {
  Button,
  ButtonGroup,
  Details,
  errorFor,
  Form,
  fieldOf,
  Heading,
  InsetText,
  Paragraph,
  Radios,
  Select,
  TextArea,
} from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { AttachmentsField } from '../../../attachments/attachments-field.tsx';
import { possibleLeavings } from './answer-ticket.ts';
import { countOfMessages } from './count-of-messages.ts';
import type { DeskTicketPageWords, DeskTicketProps } from './desk-ticket.page.tsx';

type Props = DeskTicketProps & { words: DeskTicketPageWords };

/** Where an answer or a note is written. */
export const AnswerPart = (props: Props) => (
  <>
    <AnswerForm {...props} />
    <NoteForm {...props} />
  </>
);

function AnswerForm({ desk, form, formFiles, settings, words }: Props) {
  const { reply } = words.ticket;
  const { ticket, messages, canned } = desk;
  const leavings = possibleLeavings(ticket.state);
  if (leavings.length === 0)
    return (
      <InsetText>
        <p>{ticket.state === 'held' ? reply.held : reply.closed}</p>
      </InsetText>
    );
  return (
    <>
      <Heading level={2}>{reply.heading}</Heading>
      <Form action={deskTicketAddress(ticket.reference, 'reply')} multipart>
        <input type="hidden" name="seen" value={form.values.seen ?? countOfMessages(messages)} />
        <TextArea
          {...fieldOf(form, 'body')}
          label={reply.label}
          hint={reply.hint}
          rows={10}
          maximum={10_000}
        />
        {canned.length > 0 ? (
          <>
            <Select
              {...fieldOf(form, 'canned')}
              label={reply.canned}
              options={[
                { value: '', label: reply.choose },
                ...canned.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            <Button variant="secondary" small name="step" value="insert">
              {reply.insert}
            </Button>
          </>
        ) : null}
        <Radios
          {...fieldOf(form, 'leaves')}
          value={form.values.leaves ?? leavings[0]}
          label={reply.leaves}
          small
          options={leavings.map((value) => ({ value, label: reply.leavesIt[value] }))}
        />
        <AttachmentsField form={form} files={formFiles} limits={settings.tickets.attachments} />
        <Button name="step" value="send">
          {reply.send}
        </Button>
      </Form>
    </>
  );
}

function NoteForm({ desk: { ticket }, form, words }: Props) {
  const { note } = words.ticket;
  const isOpen = errorFor(form, 'note') !== undefined || form.values.note !== undefined;
  return (
    <Details summary={note.summary} open={isOpen}>
      <Form action={deskTicketAddress(ticket.reference, 'note')}>
        <TextArea {...fieldOf(form, 'note')} label={note.label} hint={note.hint} rows={5} />
        <Button variant="secondary">{note.save}</Button>
      </Form>
    </Details>
  );
}

/** What else can be done with it: each has a page of its own, or changes nothing that cannot be taken back. */
export function TicketActions({ desk: { ticket, messages }, reader, words }: Props) {
  const { actions } = words.ticket;
  if (ticket.state === 'closed') return null;
  const to = (step: string) => deskTicketAddress(ticket.reference, step);
  return (
    <nav aria-label={actions.label}>
      <ButtonGroup>
        {ticket.assignedTo === reader ? null : (
          <Form action={to('take')}>
            <Button variant="secondary" small>
              {actions.take}
            </Button>
          </Form>
        )}
        {ticket.state === 'solved' ? (
          <Form action={to('reopen')}>
            <Button variant="secondary" small>
              {actions.reopen}
            </Button>
          </Form>
        ) : null}
      </ButtonGroup>
      <Paragraph>
        <a href={to('change')}>{actions.change}</a>
        {ticket.state === 'held' ? null : (
          <>
            {' · '}
            <a href={to('merge')}>{actions.merge}</a>
            {messages.length > 1 ? (
              <>
                {' · '}
                <a href={to('split')}>{actions.split}</a>
              </>
            ) : null}
          </>
        )}
        {' · '}
        <a href={to('call-back')}>{actions.callBack}</a>
        {' · '}
        <a href={to('spam')}>{actions.spam}</a>
      </Paragraph>
    </nav>
  );
}
