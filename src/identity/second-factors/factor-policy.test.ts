import { expect, test } from 'vitest';
import { after, before, days, hours } from '../../kernel/duration.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import type { Factor, FactorId, FactorKind } from './factor.ts';
import { areEnough, inOrder, isTrusted, needsFactor, usableFactors } from './factor-policy.ts';

const now = new Date('2026-03-02T09:00:00Z');
const all: FactorKind[] = ['authenticator', 'passkey', 'text', 'email', 'recovery-codes'];
const rules = { methods: all, textAlone: false };

const factor = (kind: FactorKind, more: Partial<Factor> = {}): Factor => ({
  id: `${kind}-${more.name ?? ''}` as FactorId,
  kind,
  name: '',
  isPreferred: false,
  addedAt: now,
  lastUsedAt: null,
  trustedFrom: before(now, days(30)),
  phone: null,
  phoneDialled: null,
  codesLeft: kind === 'recovery-codes' ? 10 : 0,
  isBackedUp: null,
  ...more,
});

const kindsOf = (factors: Factor[]) => factors.map(({ kind }) => kind);

const does = 'Something.';
const services: Services = {
  portal: {
    name: 'People',
    roles: {
      'main-contact': { name: 'Main contact', does, kind: 'administrator', atMost: 1, givenBy: [] },
      deputy: { name: 'Deputy', does, kind: 'deputy', givenBy: ['portal/main-contact'] },
    },
  },
  payments: {
    name: 'Payments',
    roles: {
      administrator: { name: 'Administrator', does, kind: 'administrator', givenBy: [] },
      'view-claims': { name: 'View claims', does, kind: 'task', givenBy: ['payments/administrator'] },
    },
  },
};

test('[C4] who needs a code: nobody, everyone, or all who can change another person’s access', () => {
  const people = [
    ['portal', []],
    ['portal', [{ service: 'portal', role: 'receptionist' }]],
    ['portal', [{ service: 'portal', role: 'main-contact' }]],
    ['portal', [{ service: 'payments', role: 'administrator' }]],
    ['portal', [{ service: 'portal', role: 'deputy' }]],
    ['portal', [{ service: 'payments', role: 'view-claims' }]],
    ['portal', [{ service: 'forgotten', role: 'administrator' }]],
    ['support', [{ service: 'support', role: 'agent' }]],
    ['portal', [{ service: 'support', role: 'administrator' }]],
  ] as const;
  const asked = (needed: 'nobody' | 'staff-and-administrators' | 'everyone') =>
    people.map(([realm, roles]) =>
      needsFactor({ secondFactor: { needed }, organisations: { services } }, realm, roles),
    );
  expect(asked('nobody')).toEqual(people.map(() => false));
  expect(asked('staff-and-administrators')).toEqual([
    ...[false, false],
    ...[true, true, true],
    ...[false, false],
    ...[true, true],
  ]);
  expect(asked('everyone')).toEqual(people.map(() => true));
});

test('[C4] an app, a passkey or printed codes are enough alone; a text only where the setting says so, an email never', () => {
  const alone = (textAlone: boolean) =>
    all.filter((kind) => areEnough({ methods: all, textAlone }, [factor(kind)]));
  expect(alone(false)).toEqual(['authenticator', 'passkey', 'recovery-codes']);
  expect(alone(true)).toEqual(['authenticator', 'passkey', 'text', 'recovery-codes']);
  expect(areEnough(rules, [factor('text'), factor('email')])).toBe(false);
  expect(areEnough(rules, [factor('text'), factor('email'), factor('passkey')])).toBe(true);
});

test('printed codes are enough while one is left, and what is not offered any more is used but not enough', () => {
  const spent = factor('recovery-codes', { codesLeft: 0 });
  expect(areEnough(rules, [spent])).toBe(false);
  const app = factor('authenticator');
  expect(areEnough({ methods: ['passkey'], textAlone: false }, [app])).toBe(false);
  expect(kindsOf(usableFactors([app, spent], { now, recoveredAt: null }))).toEqual(['authenticator']);
});

test('after a reset by email a code by email proves nothing, until another way was used since', () => {
  const mail = factor('email');
  const used = (lastUsedAt: Date) => [factor('authenticator', { lastUsedAt }), mail];
  const recoveredAt = before(now, hours(1));
  const usable = (factors: Factor[]) => kindsOf(usableFactors(factors, { now, recoveredAt }));
  expect(usable(used(before(now, hours(2))))).toEqual(['authenticator']);
  expect(usable(used(recoveredAt))).toEqual(['authenticator']);
  expect(usable(used(before(now, hours(0.5))))).toEqual(['authenticator', 'email']);
  expect(usable([factor('email', { lastUsedAt: now })])).toEqual([]);
});

test('a number that counted only together with an email does not make emails count again', () => {
  const lastUsedAt = before(now, hours(0.5));
  const number = factor('text', { lastUsedAt, trustedFrom: after(lastUsedAt, days(1)) });
  const usable = usableFactors([number, factor('email')], { now, recoveredAt: before(now, hours(1)) });
  expect(kindsOf(usable)).toEqual(['text']);
  expect([isTrusted(number, lastUsedAt), isTrusted(number, after(lastUsedAt, days(1)))]).toEqual([
    false,
    true,
  ]);
});

test('the preferred way comes first, then those of the setting in its order, then what it no longer names', () => {
  const mine = [
    factor('passkey'),
    factor('text', { name: 'newer', addedAt: now }),
    factor('text', { name: 'older', addedAt: before(now, days(1)) }),
    factor('authenticator'),
    factor('recovery-codes', { isPreferred: true }),
  ];
  const order = inOrder({ methods: ['authenticator', 'text'] }, mine).map(({ id }) => id);
  expect(order).toEqual(['recovery-codes-', 'authenticator-', 'text-older', 'text-newer', 'passkey-']);
});
