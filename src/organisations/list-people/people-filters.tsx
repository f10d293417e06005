import { Button, Details, Form, Select, TextInput } from '../../ui/index.ts';
import { usersAddress } from '../addresses.ts';
import { allRoles, roleKey } from '../roles/roles.ts';
import type { PeopleList } from './list-people.ts';
import type { ListPeopleWords } from './list-people.words.ts';
import { fieldsOfQuery } from './people-address.ts';
import { type PeopleQuery, sorts } from './people-query.ts';

/** A search changes nothing, so it is a GET that can be kept and passed on. */
export function PeopleFilters({ list, words }: { list: PeopleList; words: ListPeopleWords }) {
  const { filters } = words;
  const values = fieldsOfQuery(list.query);
  const field = (name: string) => ({ name, value: values[name], error: undefined });
  return (
    <Form action={usersAddress(list.here.organisation.code)} method="get">
      <TextInput
        {...field('find')}
        label={filters.find}
        hint={filters.findHint}
        type="search"
        width={30}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
      />
      <Select {...field('state')} label={filters.state} options={states(list, words)} />
      <Details summary={filters.title} open={hasMore(list.query)}>
        <Select {...field('role')} label={filters.role} options={roles(list, words)} />
        {list.branches.length > 0 ? (
          <Select {...field('branch')} label={filters.branch} options={branches(list, words)} />
        ) : null}
        <Select
          {...field('sort')}
          label={filters.sort}
          options={sorts.map((sort) => ({ value: sort === 'name' ? '' : sort, label: filters.sorts[sort] }))}
        />
      </Details>
      <Button variant="secondary">{filters.apply}</Button>
    </Form>
  );
}

const hasMore = ({ role, branch, sort }: PeopleQuery): boolean =>
  role !== undefined || branch !== '' || sort !== 'name';

interface Listed {
  list: PeopleList;
  words: ListPeopleWords;
}

const states = ({ counts }: Listed['list'], { filters }: ListPeopleWords) => [
  { value: '', label: filters.states.current(counts.invited + counts.active + counts['on-leave']) },
  ...(['active', 'invited', 'on-leave', 'removed'] as const).map((state) => ({
    value: state,
    label: filters.states[state](counts[state]),
  })),
];

const roles = ({ here }: Listed['list'], { filters }: ListPeopleWords) => [
  { value: '', label: filters.anyRole },
  ...allRoles(here.services).map((role) => ({
    value: roleKey(role),
    label: filters.roleOf(role.serviceName, role.name),
  })),
];

const branches = (list: Listed['list'], { filters }: ListPeopleWords) => [
  { value: '', label: filters.anyBranch },
  { value: 'whole', label: filters.whole },
  ...list.branches.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
];
