import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { goodPassword } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { inviteAccount } from '../index.ts';

const email = 'priya.nair@practice.example';
const secretOf = (link: string) => new URL(link).searchParams.get('link') ?? '';

async function invited(gate: Portal) {
  const address = readEmailAddress(email);
  if (!address) throw new Error('not an address');
  await inTransaction(gate.needs.database, (tx) =>
    inviteAccount(gate.needs, tx, {
      by: 'system',
      email: address,
      fullName: 'Priya Nair',
      realm: 'portal',
      language: 'en',
    }),
  );
  const [mail] = await gate.inbox(email);
  return { link: mail?.links.find((link) => link.includes('/activate?')) ?? '', code: mail?.codes[0] ?? '' };
}

test('[P1] a new person gets an e-mail with a link, follows it, sets up their account and can then log in', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const { link } = await invited(gate);
  const visitor = gate.browser();
  const form = await visitor.get(link);
  expect(form.text).toContain(`You will log in with ${email}`);
  expect(form.html).toContain('value="Priya Nair"');
  const done = await visitor.post('/activate', {
    link: secretOf(link),
    name: 'Priya K. Nair',
    password: goodPassword,
  });
  expect(done.text).toContain('Your account is set up');
  const entered = await visitor.post('/log-in', { identifier: email, password: goodPassword });
  expect(entered.status).toBe(303);
  expect((await visitor.get('/account')).text).toContain('Priya K. Nair');
});

test('[P1] the typed code works in the place of the link', async () => {
  const gate = await portal();
  const { code } = await invited(gate);
  const visitor = gate.browser();
  const form = await visitor.follow(await visitor.post('/activate/code', { email, code }));
  const link = /name="link" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const done = await visitor.post('/activate', { link, name: 'Priya Nair', password: goodPassword });
  expect(done.text).toContain('Your account is set up');
});

test('the page of an expired link offers a new one, which goes to the account’s own address', async () => {
  const gate = await portal();
  const { link } = await invited(gate);
  gate.clock.advance(days(14));
  const visitor = gate.browser();
  const expired = await visitor.get(link);
  expect(expired.status).toBe(410);
  expect(expired.text).toContain('A link works for 14 days');
  expect((await visitor.post('/activate/new-link', { link: secretOf(link) })).text).toContain(
    'Check your email',
  );
  const mails = await gate.inbox(email);
  expect(mails).toHaveLength(2);
  const fresh = mails[0]?.links.find((address) => address.includes('/activate?')) ?? '';
  expect((await visitor.get(fresh)).status).toBe(200);
});

test('asking for a new link with an invented one answers the same and sends nothing', async () => {
  const gate = await portal();
  const answer = await gate.browser().post('/activate/new-link', { link: 'invented' });
  expect(answer.text).toContain('Check your email');
  expect(await gate.inbox()).toHaveLength(0);
});

test('inviting the same address again, in any case, is the same account, and only the newest link works', async () => {
  const gate = await portal();
  const first = await invited(gate);
  gate.clock.advance(minutes(1));
  const second = await invited(gate);
  expect((await gate.browser().get(first.link)).status).toBe(410);
  expect((await gate.browser().get(second.link)).status).toBe(200);
  expect(await gate.needs.database.selectFrom('account').select('id').execute()).toHaveLength(1);
});

test('race: a link followed 50 times at once activates once', async () => {
  const gate = await portal();
  const { link } = await invited(gate);
  const visitor = gate.browser();
  await visitor.get(link);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      visitor.post('/activate', { link: secretOf(link), name: `Name ${at}`, password: goodPassword }),
    ),
  );
  expect(answers.filter((answer) => answer.text.includes('Your account is set up'))).toHaveLength(1);
});

test('[P3] the rules are shown before typing and enforced on the server, every problem at once', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const { link } = await invited(gate);
  const visitor = gate.browser();
  const form = await visitor.get(link);
  for (const rule of ['an upper case letter', 'a lower case letter', 'a number', 'a symbol'])
    expect(form.text).toContain(rule);
  const expected: [string, string][] = [
    ['', 'Enter a password'],
    ['Ab1!', 'Password must be 8 characters or more'],
    ['abc', 'be 8 characters or more, and include an upper case letter, a number and a symbol, like ! or %'],
    ['alllower1!', 'Password must include an upper case letter'],
    ['ALLUPPER1!', 'Password must include a lower case letter'],
    ['No-digits-here', 'Password must include a number'],
    ['NoSymbols123', 'Password must include a symbol'],
    [`Aa1!${'x'.repeat(300)}`, 'Password must be 256 characters or fewer'],
  ];
  expected.push(
    ['Nair-2024!a', 'Password must not be mostly your own name'],
    ['P@ssw0rd1', 'Password must not be one that many people use'],
  );
  for (const [password, problem] of expected) {
    const answer = await visitor.post('/activate', { link: secretOf(link), name: 'Priya Nair', password });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(problem);
    expect(answer.html).toContain('value="Priya Nair"');
  }
});

test('race: ten invitations of one new address at once make one account', async () => {
  const gate = await portal();
  await Promise.all(Array.from({ length: 10 }, () => invited(gate)));
  expect(await gate.needs.database.selectFrom('account').select('id').execute()).toHaveLength(1);
});
