import { priorities } from '../../../../platform/settings/support-settings.ts';
import {
  Button,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Select,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { deskChosenAddress, ticketListAddress } from '../addresses.ts';
import { chosenStates } from '../apply-wish.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { TicketChoices } from '../ticket-choices.ts';
import type { ChosenResult } from './change-chosen.ts';
import type { ChangeChosenWords } from './change-chosen.words.ts';

interface Words {
  chosen: ChangeChosenWords;
  tickets: DeskTicketsWords;
}

export interface ChosenTicket {
  reference: string;
  title: string;
  isYours: boolean;
}

interface ChooseProps extends TicketChoices {
  tickets: readonly ChosenTicket[];
  /** The query of the list they were chosen from. */
  back: string;
  form: FormState;
}

export const changeChosenPage = (props: ChooseProps, words: Words): Page => ({
  title: words.chosen.title(props.tickets.length),
  hasErrors: props.form.errors.length > 0,
  back: { href: ticketListAddress(props.back), label: words.tickets.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.chosen.title(props.tickets.length)}</Heading>
      {props.tickets.length > 0 ? (
        <Chosen {...props} words={words} />
      ) : (
        <Paragraph>
          <a href={ticketListAddress(props.back)} id="chosen">
            {words.chosen.howToChoose}
          </a>
        </Paragraph>
      )}
    </>
  ),
});

const Chosen = (props: ChooseProps & { words: Words }) => (
  <Form action={deskChosenAddress}>
    <Heading level={2} size="s">
      {props.words.chosen.chosen}
    </Heading>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {props.tickets.map(({ reference, title, isYours }) => (
        <li key={reference}>
          {title} <Code>{reference}</Code>
          {isYours ? null : ` (${props.words.chosen.notYours})`}
          <input type="hidden" name="chosen" value={reference} />
        </li>
      ))}
    </ul>
    <input type="hidden" name="back" value={props.back} />
    <Fields {...props} />
    <Button name="step" value="change">
      {props.words.chosen.change}
    </Button>
  </Form>
);

function Fields({ form, assignees, teams, notices, words }: ChooseProps & { words: Words }) {
  const { fields, leave, nobody, noTeam, noNotice, stateHint } = words.chosen;
  const { states, priorities: names } = words.tickets;
  const unless = { value: 'leave', label: leave };
  const none = (label: string) => ({ value: 'none', label });
  const named = (known: readonly { id: string; name: string }[]) =>
    known.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        {...fieldOf(form, 'assignee')}
        label={fields.assignee}
        options={[unless, none(nobody), ...named(assignees)]}
      />
      <Select
        {...fieldOf(form, 'team')}
        label={fields.team}
        options={[unless, none(noTeam), ...named(teams)]}
      />
      <Select
        {...fieldOf(form, 'priority')}
        label={fields.priority}
        options={[unless, ...priorities.map((value) => ({ value, label: names[value] }))]}
      />
      <Select
        {...fieldOf(form, 'state')}
        label={fields.state}
        hint={stateHint}
        options={[unless, ...chosenStates.map((value) => ({ value, label: states[value] }))]}
      />
      <TextInput {...fieldOf(form, 'tag')} label={fields.tag} width={20} autoComplete="off" />
      <Select
        {...fieldOf(form, 'notice')}
        label={fields.notice}
        options={[unless, none(noNotice), ...notices.map(({ id, title }) => ({ value: id, label: title }))]}
      />
    </>
  );
}

interface DoneProps {
  results: readonly ChosenResult[];
  back: string;
}

export const chosenDonePage = ({ results, back }: DoneProps, words: Words): Page => {
  const { done } = words.chosen;
  const changed = results.filter(({ outcome }) => outcome === 'changed').length;
  return {
    title: done.title,
    back: { href: ticketListAddress(back), label: words.tickets.back },
    body: (
      <>
        <Heading>{done.title}</Heading>
        <Paragraph>{done.counted(changed, results.length)}</Paragraph>
        <Table
          caption={done.caption}
          captionHidden
          columns={[done.columns.ticket, done.columns.outcome].map((heading) => ({ heading }))}
          rows={results.map(({ reference, outcome }) => [
            <a key="ticket" href={deskTicketAddress(reference)}>
              <Code>{reference}</Code>
            </a>,
            done.outcomes[outcome],
          ])}
        />
      </>
    ),
  };
};
