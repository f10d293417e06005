import { priorities } from '../../../../platform/settings/support-settings.ts';
import {
  Button,
  ButtonGroup,
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
import type { Ticket } from '../../../tickets/ticket.ts';
import { choosableStates } from '../apply-wish.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { TicketChoices } from '../ticket-choices.ts';
import type { ChangeTicketWords } from './change-ticket.words.ts';

interface ChangeProps extends TicketChoices {
  ticket: Ticket;
  form: FormState;
}

interface Words {
  change: ChangeTicketWords;
  tickets: DeskTicketsWords;
}

export const changeTicketPage = (props: ChangeProps, words: Words): Page => ({
  title: words.change.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: deskTicketAddress(props.ticket.reference), label: words.tickets.backToTicket },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={<Code>{props.ticket.reference}</Code>}>{words.change.title}</Heading>
      <Paragraph>{props.ticket.title}</Paragraph>
      <Form action={deskTicketAddress(props.ticket.reference, 'change')}>
        <Choices {...props} words={words} />
        <TextInput
          {...fieldOf(props.form, 'tags')}
          label={words.change.tags}
          hint={words.change.tagsHint}
          autoComplete="off"
        />
        <Button>{words.change.save}</Button>
      </Form>
    </>
  ),
});

function Choices({ ticket, form, assignees, teams, notices, words }: ChangeProps & { words: Words }) {
  const { change, tickets } = words;
  const named = (known: readonly { id: string; name: string }[]) =>
    known.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        {...fieldOf(form, 'assignee')}
        label={change.assignee}
        options={[{ value: '', label: tickets.nobody }, ...named(assignees)]}
      />
      <Select
        {...fieldOf(form, 'team')}
        label={change.team}
        options={[{ value: '', label: tickets.noTeam }, ...named(teams)]}
      />
      <Select
        {...fieldOf(form, 'priority')}
        label={change.priority}
        hint={change.priorityHint}
        options={priorities.map((value) => ({ value, label: tickets.priorities[value] }))}
      />
      <Select
        {...fieldOf(form, 'state')}
        label={change.state}
        hint={change.stateHint}
        options={[
          { value: '', label: change.unchanged(tickets.states[ticket.state]) },
          ...choosableStates(ticket.state).map((value) => ({ value, label: tickets.states[value] })),
        ]}
      />
      <Select
        {...fieldOf(form, 'notice')}
        label={change.notice}
        hint={change.noticeHint}
        options={[
          { value: '', label: change.noNotice },
          ...notices.map(({ id, title, endedAt }) => ({
            value: id,
            label: endedAt ? change.ended(title) : title,
          })),
        ]}
      />
    </>
  );
}

export const spamPage = ({ ticket }: { ticket: Ticket }, { change, tickets }: Words): Page => ({
  title: change.spam.title,
  back: { href: deskTicketAddress(ticket.reference), label: tickets.backToTicket },
  body: (
    <>
      <Heading caption={<Code>{ticket.reference}</Code>}>{change.spam.title}</Heading>
      <Paragraph>{ticket.title}</Paragraph>
      <Paragraph>{change.spam.text}</Paragraph>
      <Form action={deskTicketAddress(ticket.reference, 'spam')}>
        <ButtonGroup>
          <Button variant="warning">{change.spam.button}</Button>
          <a href={deskTicketAddress(ticket.reference)}>{change.spam.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});
