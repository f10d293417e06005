import { usersAddress } from '../addresses.ts';
import { roleKey } from '../roles/roles.ts';
import type { PeopleQuery } from './people-query.ts';

/** What a search says in the fields of its form; what is usual is left out. */
export const fieldsOfQuery = ({ find, state, role, branch, sort }: PeopleQuery): Record<string, string> => {
  const fields = {
    find,
    state: state === 'current' ? '' : state,
    role: role ? roleKey(role) : '',
    branch,
    sort: sort === 'name' ? '' : sort,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
};

export function peopleAddress(code: string, query: PeopleQuery, page = 1): string {
  const fields = { ...fieldsOfQuery(query), ...(page > 1 && { page: String(page) }) };
  const search = new URLSearchParams(fields).toString();
  return search ? `${usersAddress(code)}?${search}` : usersAddress(code);
}
