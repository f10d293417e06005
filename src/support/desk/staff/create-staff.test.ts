import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { goodPassword } from '../../../../tests/support/portal-people.ts';
import { createStaff } from './create-staff.ts';

const first = { name: 'Tomasz Lis', email: 'tomasz.lis@support.example', role: 'administrator' };

async function atTerminal({ needs }: Portal, typed = first) {
  const lines: string[] = [];
  const isAdded = await createStaff(needs, typed, (line) => void lines.push(line));
  return { isAdded, lines };
}

async function setUp({ browser }: Portal, link: string) {
  const visitor = browser();
  await visitor.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  await visitor.post('/activate', { link: secret, name: first.name, password: goodPassword });
  const details = { identifier: first.email, password: goodPassword };
  return visitor.follow(await visitor.post('/log-in/staff', details));
}

test('the first administrator is made at the terminal, with the link that was also emailed', async () => {
  const it = await portal();
  const { isAdded, lines } = await atTerminal(it);
  expect(isAdded).toBe(true);
  expect(lines[0]).toBe(
    'tomasz.lis@support.example is support staff now. A link to set a password has been emailed.',
  );
  const link = lines.at(-1) ?? '';
  expect((await it.inbox(first.email))[0]?.links).toContain(link);
  const desk = await setUp(it, link);
  expect(desk.text).toContain('Desk');
  expect(desk.html).toContain('href="/desk/staff"');
});

test('what it did is on record as done by the system', async () => {
  const it = await portal();
  await atTerminal(it);
  const events = await it.needs.database.selectFrom('audit_event').select(['action', 'actor_kind']).execute();
  expect(events).toContainEqual({ action: 'staff-added', actor_kind: 'system' });
});

test('a link that was lost is made anew while the account waits, and the earlier one stops working', async () => {
  const it = await portal();
  const lost = (await atTerminal(it)).lines.at(-1) ?? '';
  const again = await atTerminal(it);
  expect(again.isAdded).toBe(true);
  expect((await it.browser().get(lost)).status).toBe(410);
  expect((await setUp(it, again.lines.at(-1) ?? '')).status).toBe(200);
});

test('whoever is staff already is refused in words, and nothing is sent', async () => {
  const it = await portal();
  await setUp(it, (await atTerminal(it)).lines.at(-1) ?? '');
  const before = (await it.inbox()).length;
  expect(await atTerminal(it)).toEqual({
    isAdded: false,
    lines: ['tomasz.lis@support.example is support staff already.'],
  });
  expect(await it.inbox()).toHaveLength(before);
});

test.each([
  ['a wrong address', { ...first, email: 'tomasz' }, '"tomasz" is not an email address.'],
  ['a role there is not', { ...first, role: 'owner' }, 'There is no role "owner".'],
  ['no name', { ...first, name: ' ' }, 'A member of staff needs a name'],
])('%s is refused in words', async (_what, typed, words) => {
  const it = await portal();
  const { isAdded, lines } = await atTerminal(it, typed);
  expect(isAdded).toBe(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(words);
  expect(await it.needs.database.selectFrom('account').select('id').execute()).toEqual([]);
});
