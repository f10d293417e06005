import type { Services } from '../../platform/settings/services-setting.ts';
import type { MemberState } from '../members/member.ts';
import { type RoleRule, readRoleKey } from '../roles/roles.ts';

export const sorts = ['name', 'last-use', 'state', 'added'] as const;
export type PeopleSort = (typeof sorts)[number];

/** Everybody who is not removed, unless one state is asked for. */
export type StateFilter = 'current' | MemberState;
const stateFilters: readonly StateFilter[] = ['current', 'invited', 'active', 'on-leave', 'removed'];

export interface PeopleQuery {
  /** As typed. */
  find: string;
  state: StateFilter;
  role: RoleRule | undefined;
  /** The code of a branch, or `whole` for people who are limited to none. */
  branch: string;
  sort: PeopleSort;
  page: number;
}

const longestFind = 254;

/** What an address asks for; anything that is none of ours counts as not asked. */
export function readPeopleQuery(given: unknown, services: Services): PeopleQuery {
  const fields = (given ?? {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name].trim() : '');
  const page = Math.trunc(Number(text('page')));
  return {
    find: text('find').slice(0, longestFind),
    state: stateFilters.find((state) => state === text('state')) ?? 'current',
    role: readRoleKey(services, text('role')),
    branch: /^(whole|[A-Z0-9]{3,9})$/.test(text('branch')) ? text('branch') : '',
    sort: sorts.find((sort) => sort === text('sort')) ?? 'name',
    page: page >= 1 && page <= 10_000 ? page : 1,
  };
}

export const isFiltered = ({ find, state, role, branch }: PeopleQuery): boolean =>
  find !== '' || state !== 'current' || role !== undefined || branch !== '';
