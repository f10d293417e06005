import { z } from 'zod';
import { wordsIn } from '../../kernel/words.ts';
import { CheckboxGroups, type Choice, type FormState, fieldOf, manyOf, useVisit } from '../../ui/index.ts';
import type { RoleChoice } from './list-role-choices.ts';
import { type RoleChoicesWords, roleChoicesWords } from './role-choices.words.ts';
import { type RoleName, roleKey } from './roles.ts';

/** Checkboxes of a form's field `roles`, service by service. */
export function RoleChoices({ form, choices }: { form: FormState; choices: readonly RoleChoice[] }) {
  const words = wordsIn(roleChoicesWords, useVisit().language);
  const services = [...new Set(choices.map(({ rule }) => rule.serviceName))];
  const groups = services.map((label) => ({
    label,
    options: choices.filter(({ rule }) => rule.serviceName === label).map((one) => asOption(one, words)),
  }));
  return <CheckboxGroups {...fieldOf(form, 'roles')} label={words.label} hint={words.hint} groups={groups} />;
}

function asOption({ rule, state }: RoleChoice, words: RoleChoicesWords): Choice {
  const option = { value: roleKey(rule), label: rule.name };
  if (state === 'held') return { ...option, hint: `${rule.does} ${words.held}`, fixed: 'ticked' };
  if (state === 'full')
    return { ...option, hint: `${rule.does} ${words.full(rule.atMost ?? 0)}`, fixed: 'empty' };
  return { ...option, hint: rule.does };
}

/**
 * Reads the field `roles`: those chosen, each one that the page offers. A full one is let through, because the operation
 * says so with the limit; `mayBeNone` where a member keeps other roles.
 */
export const rolesField = (
  choices: readonly RoleChoice[],
  words: RoleChoicesWords,
  { mayBeNone } = { mayBeNone: false },
) =>
  manyOf(
    z.array(z.string()).transform((keys, check): RoleName[] => {
      const offered = choices.filter(({ state }) => state !== 'held');
      const chosen = offered.filter(({ rule }) => keys.includes(roleKey(rule)));
      const isAll = keys.every((key) => choices.some(({ rule }) => roleKey(rule) === key));
      if (!isAll) check.addIssue({ code: 'custom', message: words.notGivable });
      else if (chosen.length === 0 && !mayBeNone) check.addIssue({ code: 'custom', message: words.none });
      return chosen.map(({ rule: { service, role } }) => ({ service, role }));
    }),
  );

/** Roles as the form's state keeps them, ticked. */
export const rolesValue = (roles: readonly RoleName[]): string => roles.map(roleKey).join('\n');
