import { expect, test } from 'vitest';
import { secretOf } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { goodPassword } from '../../../tests/support/portal-people.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { hours, minutes, seconds } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { readUsername } from '../../kernel/username.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { markActivated } from '../account.store.ts';
import { inviteAccount } from '../index.ts';
import { intakeWork } from '../intake.store.ts';
import { eraseAccountRow } from '../personal-data.store.ts';
import { addUsername } from '../username.store.ts';
import { createAccountsWork } from './create-accounts.ts';

const newcomer = (email: string, username = 'priya.nair') => ({
  fullName: 'Priya Nair',
  email,
  username,
  occupation: 'Practitioner',
  before: 'no',
});

const linkFor = async (gate: Portal, email: string) =>
  (await gate.inbox(email))[0]?.links.find((address) => address.includes('/activate?')) ?? '';

const countOf = async (gate: Portal, table: 'account' | 'intake' | 'login_name') =>
  (await gate.needs.database.selectFrom(table).selectAll().execute()).length;

test('enumeration: whatever is true of an address, the page, status, statements and hashes are the same', async () => {
  const gate = await portal({ profile: 'clinic' });
  const active = await gate.addPerson({ name: 'Amara Osei' });
  const gone = await gate.addPerson({ name: 'Ben Tull' });
  await gate.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', gone.id)
    .execute();
  const { fullName, before } = newcomer('');
  const seen = [];
  for (const email of [active.email, gone.email, 'nobody@locum.example']) {
    const visitor = gate.browser();
    await visitor.get('/create-account');
    gate.workDone();
    const answer = await visitor.post('/create-account', { fullName, email, before });
    seen.push({ status: answer.status, location: answer.location, text: answer.text, ...gate.workDone() });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[0]?.hashes).toBe(0);
});

test('enumeration: with usernames too, an address shows nothing where the screen does not tell', async () => {
  const gate = await portal({ profile: 'locum-network', settings: { accounts: { tellsExisting: false } } });
  const amara = await gate.addPerson();
  const seen = [];
  for (const email of [amara.email, 'nobody@locum.example']) {
    const visitor = gate.browser();
    await visitor.get('/create-account');
    gate.workDone();
    const answer = await visitor.post('/create-account', newcomer(email));
    seen.push({ status: answer.status, location: answer.location, ...gate.workDone() });
  }
  expect(seen[1]).toEqual(seen[0]);
});

test('what was typed is gone once it is handled', async () => {
  const gate = await portal({ profile: 'clinic' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  await visitor.post('/create-account', newcomer('priya@locum.example'));
  await gate.runDue();
  const rows = await gate.needs.database.selectFrom('intake').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/priya|nair/i);
});

test('[L2] race: one address asked for 20 times at once, in several letter cases, makes one account', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      visitor.post('/create-account', newcomer(at % 2 ? 'PRIYA@locum.example' : 'priya@Locum.example')),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(await countOf(gate, 'account')).toBe(1);
});

test('[L2] race: one username, or one that looks like it, set up by ten people at once, is one person’s', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const looks = ['priya.nair', 'PRIYA.NAIR', 'priya_nair', 'prıya.nair', 'ｐriya.nair'];
  const people = Array.from({ length: 10 }, (_, at) => ({
    email: `person${at}@locum.example`,
    username: looks[at % looks.length] ?? '',
  }));
  const visitor = gate.browser();
  await visitor.get('/create-account');
  for (const { email, username } of people) await visitor.post('/create-account', newcomer(email, username));
  const links = await Promise.all(people.map(({ email }) => linkFor(gate, email)));
  const answers = await Promise.all(
    people.map(({ username }, at) =>
      visitor.post('/activate', {
        link: secretOf(links[at] ?? ''),
        name: 'Priya Nair',
        username,
        password: goodPassword,
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(9);
  const usernames = await gate.needs.database
    .selectFrom('login_name')
    .select('canonical')
    .where('kind', '=', 'username')
    .execute();
  expect(usernames).toHaveLength(1);
});

test('[L2] a username is never had by a second person, not even once its owner gave it up', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  await visitor.post('/create-account', newcomer('priya@locum.example'));
  const link = secretOf(await linkFor(gate, 'priya@locum.example'));
  const fields = { link, name: 'Priya Nair', username: 'priya.nair', password: goodPassword };
  expect((await visitor.post('/activate', fields)).status).toBe(200);
  await gate.needs.database
    .updateTable('login_name')
    .set({ retired_at: gate.clock.now() })
    .where('kind', '=', 'username')
    .execute();
  const again = await visitor.post('/create-account', newcomer('other@locum.example'));
  expect(again.text).toContain('There is already an account with this username');
});

test('guessing: the username somebody asked for is no password of theirs', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  await visitor.post('/create-account', newcomer('someone@locum.example', 'harbourmistress'));
  const link = secretOf(await linkFor(gate, 'someone@locum.example'));
  const fields = { link, name: 'Priya Nair', username: 'harbourmistress', password: 'Harbourmistress-1' };
  const answer = await visitor.post('/activate', fields);
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('your username')]);
});

test('squatting: names asked for by people who prove nothing stay free', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  for (let at = 0; at < 5; at += 1)
    await visitor.post('/create-account', newcomer(`stranger${at}@locum.example`));
  const owner = await visitor.post('/create-account', newcomer('priya@locum.example'));
  expect(owner.location).toBe('/create-account/sent');
});

test.each(['locum-network', 'clinic'])(
  'mail bombing under %s: five emails an hour for an address, recovery and registration together',
  async (profile) => {
    const gate = await portal({ profile });
    const amara = await gate.addPerson();
    const known = amara.email;
    const fresh = 'victim@locum.example';
    for (let at = 0; at < 8; at += 1) {
      const visitor = gate.browser({ address: `203.0.113.${at}` });
      await visitor.get('/create-account');
      for (const email of [known, fresh]) {
        await visitor.post('/create-account', newcomer(email, 'someone'));
        await visitor.post('/forgotten-details', { email, realm: 'portal' });
        await gate.runDue();
      }
    }
    expect(await gate.inbox(known)).toHaveLength(5);
    expect(await gate.inbox(fresh)).toHaveLength(5);
    gate.clock.advance(hours(1));
    const visitor = gate.browser();
    await visitor.get('/create-account');
    await visitor.post('/create-account', newcomer(fresh, 'someone'));
    expect(await gate.inbox(fresh)).toHaveLength(6);
  },
);

test('mail bombing: one network cannot have emails sent to ever more addresses', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  const statuses = [];
  for (let at = 0; at < 70; at += 1)
    statuses.push((await visitor.post('/create-account', newcomer(`person${at}@locum.example`))).status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  expect(await countOf(gate, 'account')).toBe(60);
});

test.each([
  'Win at prize.example',
  'www.prize',
  'see https://x',
  'a@b.example',
  'Visit PRIZE。example now',
  'Win at prize365.example',
  'prize\u200b.example',
  'my-go.example',
])('a name cannot carry an advertisement to a stranger’s mailbox: %s', async (fullName) => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  const answer = await visitor.post('/create-account', { ...newcomer('priya@locum.example'), fullName });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Enter a name without a web')]);
  expect(await gate.inbox()).toEqual([]);
});

test('names kept for the service and its staff are nobody’s', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  for (const username of ['admin', 'Supp0rt', 'LocumNetwork', 'no.reply']) {
    const answer = await visitor.post('/create-account', newcomer('priya@locum.example', username));
    expect([username, answer.status]).toEqual([username, 422]);
    expect(answer.text).toContain('This username is kept for the service');
  }
});

test('what was typed is markup to nobody, also in hidden fields', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.get('/create-account');
  const fields = { ...newcomer('priya@locum.example'), before: 'yes', extra: '"><script>alert(1)</script>' };
  const answer = await visitor.post('/create-account', fields);
  expect(answer.text).toContain('A second account may not help you');
  expect(answer.html).not.toContain('<script>alert');
});

test('nor can the name that somebody gives themselves later: it goes into the emails they have sent to others', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  await visitor.post('/create-account', newcomer('priya@locum.example'));
  const link = secretOf(await linkFor(gate, 'priya@locum.example'));
  const fields = { link, name: 'Win at prize365.example', username: 'priya', password: goodPassword };
  const answer = await visitor.post('/activate', fields);
  expect([answer.status, answer.text]).toEqual([
    422,
    expect.stringContaining('Full name must not include an email or web address'),
  ]);
});

test('whoever has a username and waits is not kept from their account by a stranger who asks for another one', async () => {
  const gate = await portal({ profile: 'locum-network' });
  await waitsWithUsername(gate, 'nerys@locum.example', 'nerys');
  gate.clock.advance(minutes(1));
  const stranger = gate.browser();
  const asked = await stranger.post('/create-account', newcomer('nerys@locum.example', 'other.name'));
  expect(asked.location).toBe('/create-account/sent');
  const owner = gate.browser();
  const link = await linkFor(gate, 'nerys@locum.example');
  const form = await owner.get(link);
  expect(form.html).not.toContain('name="username"');
  const fields = { link: secretOf(link), name: 'Nerys Vaughan', password: goodPassword };
  expect((await owner.post('/activate', fields)).text).toContain('Your account is set up');
  const entered = await owner.post('/log-in', { identifier: 'nerys', password: goodPassword });
  expect(entered.status).toBe(303);
});

/** As an account moved here is, whose owner has not been in yet. */
async function waitsWithUsername(gate: Portal, address: string, name: string) {
  const [email, username] = [readEmailAddress(address), readUsername(name)];
  if (!email || !username) throw new Error('neither an address nor a username');
  const person = { by: 'system', email, fullName: 'Nerys Vaughan', realm: 'portal', language: 'en' } as const;
  await inTransaction(gate.needs.database, async (tx) => {
    await inviteAccount(gate.needs, tx, person);
    const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    await addUsername(gate.needs, tx, id as AccountId, username);
  });
}

test('race: registrations and recoveries of the same people, in opposite orders, never wait for each other for ever', async () => {
  const gate = await portal({ profile: 'clinic' });
  const emails = Array.from({ length: 12 }, (_, at) => `person${at}@practice.example`);
  const visitor = gate.browser();
  for (const email of emails) {
    await visitor.post('/create-account', { fullName: 'Priya Nair', email, before: 'no' });
    gate.clock.advance(seconds(1));
  }
  for (const email of emails.toReversed()) {
    await visitor.post('/forgotten-details', { email });
    gate.clock.advance(seconds(1));
  }
  const works = gate.works.filter(({ name }) => name === createAccountsWork || name === intakeWork);
  expect(await Promise.all(works.map((work) => work.runDue(gate.clock.now())))).toEqual([12, 12]);
});

test('on record: whoever asks again for somebody who waits, and whoever asks for their link', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const visitor = gate.browser();
  const email = 'priya@locum.example';
  await visitor.post('/create-account', newcomer(email));
  await visitor.post('/create-account', newcomer(email, 'other.name'));
  await visitor.post('/forgotten-details', { email });
  await gate.runDue();
  const events = await gate.needs.database
    .selectFrom('audit_event')
    .select('action')
    .orderBy('action')
    .execute();
  expect(events.map(({ action }) => action)).toEqual([
    'account-created',
    'activation-link-sent',
    'activation-link-sent',
  ]);
});

test('[L2] race: a username is not free for the moment in which its owner is erased', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const gone = await gate.addPerson({ name: 'Amara Osei', username: 'amara.o' });
  const next = await gate.addPerson({ name: 'Ben Tull' });
  const username = readUsername('amara.o');
  if (!username) throw new Error('not a username');
  const { database, keyRing } = gate.needs;
  const taken = await database.transaction().execute(async (tx) => {
    await eraseAccountRow(keyRing, tx as Tx, gone.id, gate.clock.now());
    const asked = inTransaction(database, (other) => addUsername(gate.needs, other, next.id, username));
    await someoneWaits(gate.needs.database);
    return { asked };
  });
  expect(await taken.asked).toBe(false);
});

test('race: what a stranger says of somebody who sets their account up at that moment changes nothing of it', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const [owner, stranger] = [gate.browser(), gate.browser()];
  const email = 'priya@locum.example';
  await owner.post('/create-account', newcomer(email));
  const account = await gate.needs.database.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const id = account.id as AccountId;
  await stranger.get('/create-account');
  const { asked } = await inTransaction(gate.needs.database, async (tx) => {
    await markActivated(tx, id, 'Priya Nair', gate.clock.now());
    const other = { ...newcomer(email, 'other.name'), occupation: 'Practice administrator' };
    const answer = stranger.post('/create-account', other);
    await someoneWaits(gate.needs.database);
    return { asked: answer };
  });
  expect((await asked).status).toBe(303);
  const row = await gate.needs.database.selectFrom('account').selectAll().executeTakeFirstOrThrow();
  expect([row.occupation, row.wished_username]).toEqual(['Practitioner', 'priya.nair']);
  expect(await gate.inbox(email)).toHaveLength(1);
});
