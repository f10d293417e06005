import { allRoles, isRole, type RoleName, type RoleRule, roleKey } from '../roles/roles.ts';
import type { FileContext, FilePlace, Found } from './read-person.ts';

/** More than anybody holds; each costs time, and a row that names more is something else. */
const mostParts = 50;

/** Reads roles by their titles or keys, one or several; each must be one that may be given there. */
export function readRoles(
  text: string | undefined,
  context: Pick<FileContext, 'services' | 'mayGive'>,
  place: FilePlace | undefined,
  found: Found,
): RoleName[] {
  const rules = allRoles(context.services).map(withNames);
  const parts = partsOf(text ?? '', rules);
  if (parts.length === 0) found('no-roles');
  if (parts.length > mostParts) return found('unknown-role', text) ?? [];
  const roles: RoleName[] = [];
  for (const part of parts) {
    const [rule, other] = rulesCalled(part, rules);
    if (!rule) found('unknown-role', part);
    else if (other) found('unclear-role', part);
    else if (place && !context.mayGive(rule, place.branchId)) found('may-not-give', rule.name);
    else if (!roles.some(isRole(rule))) roles.push({ service: rule.service, role: rule.role });
  }
  return roles;
}

interface NamedRule {
  rule: RoleRule;
  names: string[];
}

/** By key, by title, or by service and title where two services call a role the same. */
const withNames = (rule: RoleRule): NamedRule => ({
  rule,
  names: [roleKey(rule), rule.name, `${rule.serviceName}: ${rule.name}`].map(bare),
});

/** Each once. A comma may be part of a title. */
const partsOf = (text: string, rules: NamedRule[]): string[] => [
  ...new Set(
    text
      .split(/[;|]/)
      .flatMap((part) => (rulesCalled(part, rules).length > 0 ? [part] : part.split(',')))
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

function rulesCalled(text: string, rules: NamedRule[]): RoleRule[] {
  const called = bare(text);
  return rules.filter(({ names }) => names.includes(called)).map(({ rule }) => rule);
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/:]/gu, '');
