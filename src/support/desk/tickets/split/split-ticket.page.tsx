import type { Settings } from '../../../../platform/settings/settings.ts';
import {
  Button,
  Checkboxes,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Select,
  TextInput,
} from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { firstWords } from '../../../tickets/ticket.email.tsx';
import type { Ticket } from '../../../tickets/ticket.ts';
import type { TicketMessage } from '../../../tickets/ticket-message.store.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import { writerOf } from '../writer-of-message.ts';
import type { SplitTicketWords } from './split-ticket.words.ts';

interface SplitProps {
  ticket: Ticket;
  messages: readonly TicketMessage[];
  subjects: Settings['tickets']['subjects'];
  timeZone: string;
  form: FormState;
}

interface Words {
  split: SplitTicketWords;
  tickets: DeskTicketsWords;
}

export const splitTicketPage = (props: SplitProps, words: Words): Page => ({
  title: words.split.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: deskTicketAddress(props.ticket.reference), label: words.tickets.backToTicket },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={<Code>{props.ticket.reference}</Code>}>{words.split.title}</Heading>
      <Paragraph>{words.split.text}</Paragraph>
      <Form action={deskTicketAddress(props.ticket.reference, 'split')}>
        <Checkboxes
          {...fieldOf(props.form, 'messages')}
          label={words.split.messages}
          options={props.messages.map((message) => ({
            value: message.id,
            label: words.split.message(
              writerOf(message, words.tickets),
              words.tickets.moment(message.createdAt, props.timeZone),
            ),
            hint: firstWords(message.body),
          }))}
        />
        <Select
          {...fieldOf(props.form, 'subject')}
          label={words.split.subject}
          options={props.subjects.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <TextInput {...fieldOf(props.form, 'title')} label={words.split.name} autoComplete="off" />
        <Button>{words.split.split}</Button>
      </Form>
    </>
  ),
});
