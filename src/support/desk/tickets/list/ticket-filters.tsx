import { Button, Details, Form, fieldOf, Paragraph, Select, TextInput } from '../../../../ui/index.ts';
import { deskTicketsAddress } from '../../../addresses.ts';
import { questionFields, sorts, ticketChannels, ticketStates } from '../ticket-question.ts';
import type { ListProps, ListWords } from './list-tickets.page.tsx';

const typed = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'none' } as const;

/** A search changes nothing, so it is a GET that can be kept and passed on. */
export function TicketFilters(props: ListProps & { words: ListWords }) {
  const { form, question, words } = props;
  const { filters, search, clear } = words.list;
  const isFiltered = questionFields.some((field) => field !== 'find' && question[field] !== '');
  const isWrong = form.errors.length > 0;
  return (
    <Form action={deskTicketsAddress} method="get">
      <input type="hidden" name="queue" value={question.queue} />
      <TextInput {...fieldOf(form, 'find')} {...typed} label={filters.find} hint={filters.findHint} />
      <Details summary={filters.heading} open={isFiltered || question.sort !== 'due' || isWrong}>
        <div className="gh-filters">
          <Choices {...props} />
          <Limits {...props} />
        </div>
      </Details>
      <Button variant="secondary">{search}</Button>
      {isFiltered || question.find ? (
        <Paragraph>
          <a href={deskTicketsAddress}>{clear}</a>
        </Paragraph>
      ) : null}
    </Form>
  );
}

function Limits({ form, words }: ListProps & { words: ListWords }) {
  const { filters } = words.list;
  return (
    <>
      <TextInput {...fieldOf(form, 'tag')} {...typed} label={filters.tag} width={20} />
      <TextInput {...fieldOf(form, 'organisation')} {...typed} label={filters.organisation} width={10} code />
      <TextInput
        {...fieldOf(form, 'from')}
        {...typed}
        label={filters.from}
        hint={filters.dayHint}
        width={10}
      />
      <TextInput {...fieldOf(form, 'to')} {...typed} label={filters.to} hint={filters.dayHint} width={10} />
    </>
  );
}

function Choices(props: ListProps & { words: ListWords }) {
  const { form, settings, assignees, teams, notices, words } = props;
  const { filters, sorts: sortNames } = words.list;
  const { states, priorities, channels, nobody } = words.tickets;
  const any = { value: '', label: filters.any };
  const named = <Key extends string>(keys: readonly Key[], names: Record<Key, string>) =>
    keys.map((value) => ({ value, label: names[value] }));
  const options = {
    state: [any, ...named(ticketStates, states)],
    subject: [any, ...settings.tickets.subjects.map(({ key, name }) => ({ value: key, label: name }))],
    team: [any, ...teams.map(({ id, name }) => ({ value: id, label: name }))],
    assignee: [
      any,
      { value: 'nobody', label: nobody },
      ...assignees.map(({ id, name }) => ({ value: id, label: name })),
    ],
    priority: [any, ...named(['urgent', 'high', 'normal', 'low'] as const, priorities)],
    channel: [any, ...named(ticketChannels, channels)],
    notice: [any, ...notices.map(({ id, title }) => ({ value: id, label: title }))],
    sort: named(sorts, sortNames),
  };
  return Object.entries(options).map(([name, choices]) => (
    <Select
      key={name}
      {...fieldOf(form, name)}
      label={filters[name as keyof typeof options]}
      options={choices}
    />
  ));
}
