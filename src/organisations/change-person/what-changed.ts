import { sayDate } from '../../kernel/in-english.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import type { Member } from '../members/member.ts';
import { nameOfKey, roleKey, roleTitle } from '../roles/roles.ts';
import type { Branch } from './change-person.store.ts';
import type { ChangePersonWords } from './change-person.words.ts';
import { type DetailName, type Details, detailsOf } from './details.ts';

/** In words, how a member's roles differ from those a form was filled in from. */
export function sayRolesSince(
  basis: string,
  member: Member,
  services: Services,
  { errors }: ChangePersonWords,
): string {
  const before = basis.split(' ').filter(Boolean);
  const now = member.roles.map(roleKey);
  const say = (keys: string[]) => errors.list(keys.map((key) => roleTitle(services, nameOfKey(key))));
  const given = now.filter((key) => !before.includes(key));
  const taken = before.filter((key) => !now.includes(key));
  return errors.also([
    ...(given.length > 0 ? [errors.given(say(given))] : []),
    ...(taken.length > 0 ? [errors.taken(say(taken))] : []),
  ]);
}

/** In words, what a member's details are where they differ from those a form was filled in from. */
export function sayDetailsSince(
  basis: string,
  member: Member,
  branches: readonly Branch[],
  { errors, names }: ChangePersonWords,
): string {
  const details = detailsOf(member);
  const before = readBasis(basis);
  const changed = (Object.keys(details) as DetailName[]).filter(
    (name, at) => (details[name] ?? '') !== before[at],
  );
  return errors.also(
    changed.map((name) => errors.is(names[name], shown(name, details, branches) || errors.empty)),
  );
}

function shown(name: DetailName, details: Details, branches: readonly Branch[]): string {
  const value = details[name] ?? '';
  if (name === 'branchId') return branches.find(({ id }) => id === value)?.name ?? '';
  return value && name.endsWith('On') ? sayDate(value) : value;
}

function readBasis(basis: string): unknown[] {
  try {
    const read: unknown = JSON.parse(basis);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
