import { expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from '../../ui/index.ts';
import { rolesField, rolesValue } from './role-choices.tsx';
import { roleChoicesWords } from './role-choices.words.ts';
import type { RoleRule } from './roles.ts';

const rule = (role: string): RoleRule => ({
  service: 'payments',
  role,
  name: role,
  does: `Does ${role}.`,
  serviceName: 'Payments',
  kind: 'task',
  atMost: undefined,
  givenBy: [],
});
const choices = [
  { rule: rule('view'), state: 'open' },
  { rule: rule('pay'), state: 'full' },
  { rule: rule('run'), state: 'held' },
] as const;
const form = (mayBeNone = false) =>
  z.object({ roles: rolesField(choices, roleChoicesWords.en, { mayBeNone }) });

test('one role or several are read, in the order of the page', () => {
  expect(readForm(form(), { roles: 'payments/view' })).toEqual({
    valid: true,
    values: { roles: [{ service: 'payments', role: 'view' }] },
  });
  const several = readForm(form(), { roles: ['payments/pay', 'payments/view'] });
  expect(several.valid && rolesValue(several.values.roles)).toBe('payments/view\npayments/pay');
});

test('none, or one that the page does not offer, is told in words and kept', () => {
  const none = readForm(form(), {});
  expect(none).toMatchObject({ errors: [{ field: 'roles', message: 'Choose at least one role' }] });
  const other = readForm(form(), { roles: ['portal/main-contact', 'payments/view'] });
  expect(other).toMatchObject({
    values: { roles: 'portal/main-contact\npayments/view' },
    errors: [{ field: 'roles', message: 'Choose only roles that are on this page' }],
  });
});

test('what a member keeps needs no other role beside it, and is never read as given', () => {
  expect(readForm(form(true), {})).toMatchObject({ valid: true, values: { roles: [] } });
  expect(readForm(form(true), { roles: 'payments/run' })).toMatchObject({ values: { roles: [] } });
});
