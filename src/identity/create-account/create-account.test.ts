import { expect, test } from 'vitest';
import { logIn, secretOf } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { goodPassword } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';

const priya = {
  fullName: 'Priya Nair',
  email: 'priya.nair@locum.example',
  username: 'priya.nair',
  occupation: 'Practitioner',
  before: 'no',
};

async function asks(gate: Portal, fields: Record<string, string> = priya) {
  const visitor = gate.browser();
  await visitor.get('/create-account');
  return visitor.post('/create-account', fields);
}

/** Follows the newest link and sets the account up; gives the answer. */
async function setsUp(gate: Portal, email: string, fields: Record<string, string> = {}) {
  const link = (await gate.inbox(email))[0]?.links.find((address) => address.includes('/activate?')) ?? '';
  const visitor = gate.browser();
  const page = await visitor.get(link);
  const username = /name="username"[^>]*value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  const name = /name="name"[^>]*value="([^"]*)"/.exec(page.html)?.[1] ?? 'Somebody';
  return visitor.post('/activate', {
    link: secretOf(link),
    name,
    username,
    password: goodPassword,
    ...fields,
  });
}

const accountsIn = async (gate: Portal) =>
  (await gate.needs.database.selectFrom('account').select('id').execute()).length;

test('[L1 L7] a practitioner creates an account, and logs in with the username or the email address', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const answer = await asks(gate);
  expect([answer.status, answer.location]).toEqual([303, '/create-account/sent']);
  expect((await setsUp(gate, priya.email)).text).toContain('Your account is set up');
  for (const name of ['priya.nair', 'PRIYA.Nair', 'ｐriya.nair', priya.email, 'Priya.Nair@LOCUM.example'])
    await logIn(gate.browser(), { email: name, password: goodPassword });
});

test('[L1] a practice administrator creates one too, and support reads what people say they are', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await asks(gate, { ...priya, occupation: 'Practice administrator' });
  const { id } = await gate.needs.database.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const gwen = await gate.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const desk = gate.browser();
  await logIn(desk, gwen, '/log-in/staff');
  expect((await desk.get(`/desk/people/${id}`)).text).toContain('Practice administrator');
});

test('[L3] a known email address, in any letter case, makes no account, is told and led to recovery', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await asks(gate);
  await setsUp(gate, priya.email);
  const before = await accountsIn(gate);
  const again = await asks(gate, { ...priya, email: 'PRIYA.NAIR@locum.example', username: 'another' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('There is already an account with this email address');
  expect(again.html).toContain('href="/forgotten-details"');
  for (const kept of ['value="Priya Nair"', 'value="PRIYA.NAIR@locum.example"', 'value="another"'])
    expect(again.html).toContain(kept);
  expect(await accountsIn(gate)).toBe(before);
});

test('[L2 L3] a known username, in any letter case or Unicode form, is told and led to recovery', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await asks(gate);
  await setsUp(gate, priya.email);
  for (const username of ['PRIYA.NAIR', 'ｐriya.nair', 'priya_nair', 'prıya.nair', 'priya.nalr']) {
    const again = await asks(gate, { ...priya, email: 'other@locum.example', username });
    expect([username, again.status]).toEqual([username, 422]);
    expect(again.text).toContain('There is already an account with this username');
    expect(again.html).toContain('href="/forgotten-details"');
  }
  expect(await accountsIn(gate)).toBe(1);
  const both = await asks(gate);
  expect(both.text).toContain('There is already an account with this email address');
  expect(both.text).toContain('There is already an account with this username');
});

test('[L4] who had an account before is advised against a second one first, and can go on', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  expect((await visitor.get('/create-account')).text).toContain('You only need one account');
  const advice = await visitor.post('/create-account', { ...priya, before: 'yes' });
  expect(advice.text).toContain('A second account may not help you');
  expect(advice.html).toContain('href="/forgotten-details"');
  expect(await accountsIn(gate)).toBe(0);
  for (const value of Object.values({ ...priya, before: 'yes' }))
    expect(advice.html).toContain(`value="${value}"`);
  const gone = await visitor.post('/create-account', { ...priya, before: 'yes', advised: 'yes' });
  expect(gone.location).toBe('/create-account/sent');
  expect(await accountsIn(gate)).toBe(1);
});

test('a username is nobody’s until its owner has proven their address, and then the other is asked for another', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await asks(gate);
  const ben = { ...priya, fullName: 'Ben Tull', email: 'ben.tull@locum.example' };
  expect((await asks(gate, ben)).location).toBe('/create-account/sent');
  expect((await setsUp(gate, ben.email)).text).toContain('Your account is set up');
  const late = await setsUp(gate, priya.email);
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('is taken. Choose another one')]);
  expect((await setsUp(gate, priya.email, { username: 'p.nair' })).text).toContain('Your account is set up');
  await logIn(gate.browser(), { email: 'p.nair', password: goodPassword });
});

test('asking again before the account is set up sends a new link, and makes no other account', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await asks(gate);
  gate.clock.advance(minutes(1));
  expect((await asks(gate, { ...priya, username: 'priyan' })).location).toBe('/create-account/sent');
  expect(await accountsIn(gate)).toBe(1);
  expect(await gate.inbox(priya.email)).toHaveLength(2);
  await setsUp(gate, priya.email);
  await logIn(gate.browser(), { email: 'priyan', password: goodPassword });
});

test('where the screen does not tell, the email does: an account, or how to get back in to it', async () => {
  const gate = await portal({ profile: 'clinic' });
  const amara = await gate.addPerson();
  const { fullName, before } = priya;
  expect((await asks(gate, { fullName, email: amara.email, before })).location).toBe('/create-account/sent');
  const [mail] = await gate.inbox(amara.email);
  expect(mail?.subject).toBe('You already have an account');
  expect(mail?.links.join()).toContain('/forgotten-details');
  await asks(gate, { fullName, email: priya.email, before });
  expect((await setsUp(gate, priya.email)).text).toContain('Your account is set up');
  await logIn(gate.browser(), { email: priya.email, password: goodPassword });
});

test('an account that is not active is told so by email, and how to have it activated', async () => {
  const gate = await portal({ profile: 'clinic' });
  const amara = await gate.addPerson();
  await gate.needs.database.updateTable('account').set({ state: 'deactivated' }).execute();
  await asks(gate, { fullName: 'Amara Osei', email: amara.email, before: 'no' });
  const [mail] = await gate.inbox(amara.email);
  expect(mail?.subject).toBe('Your account is not active');
  expect(mail?.text).toContain(gate.settings.support.phone);
});

test('what is missing is asked for by name, all at once, and nothing typed is lost', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const answer = await asks(gate, { fullName: 'Priya Nair', email: 'priya', username: 'p!' });
  expect(answer.status).toBe(422);
  for (const problem of [
    'Enter an email address in the correct format',
    'Username must be 3 to 30 letters',
    'Select what describes you',
    'Select whether you have had an account here before',
  ])
    expect(answer.text).toContain(problem);
  for (const kept of ['value="Priya Nair"', 'value="priya"', 'value="p!"'])
    expect(answer.html).toContain(kept);
});

test.each(['recommended', 'primary-care'])(
  'under %s the page says how to get an account',
  async (profile) => {
    const gate = await portal({ profile });
    const visitor = gate.browser();
    const page = await visitor.get('/create-account');
    expect(page.text).toContain('How to get an account');
    expect(page.html).toContain('href="/register-organisation"');
    expect((await visitor.post('/create-account', priya)).status).toBe(405);
    expect((await visitor.get('/')).html).not.toContain('href="/create-account"');
  },
);
