import { expect, test } from 'vitest';
import {
  codeOf,
  invite,
  invitedRow,
  linkOf,
  rolesOf,
  secretOf,
  withMainContact,
} from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import type { Portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

async function loggedIn(run: Portal, person: AddedPerson) {
  const browser = run.browser();
  await logIn(browser, person);
  await browser.get('/account');
  return browser;
}

const rowsOf = async ({ needs: { database } }: Portal) => ({
  members: await database.selectFrom('member').selectAll().orderBy('id').execute(),
  invitations: await database.selectFrom('invitation').selectAll().orderBy('member_id').execute(),
  accounts: (await database.selectFrom('account').select('id').execute()).length,
  tasks: (await database.selectFrom('staff_task').select('id').execute()).length,
});

test('a mail scanner that opens every link changes nothing', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const link = await linkOf(run, ben.email);
  const person = await run.addPerson({ name: 'Ben Okoro', email: ben.email });
  const browser = await loggedIn(run, person);
  const before = await rowsOf(run);
  const refusal = link.replace('/invitation?', '/invitation/refuse?');
  for (const address of [link, refusal, `/account/invitations/${id}`, `/account/invitations/${id}/refuse`])
    for (const scanner of [run.browser(), browser]) {
      await scanner.head(address);
      await scanner.get(address);
    }
  expect(await rowsOf(run)).toEqual(before);
});

test('a form without its token accepts and refuses nothing', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  const browser = run.browser();
  await browser.get(`/invitation?link=${link}`);
  browser.forgetToken();
  const before = await rowsOf(run);
  expect((await browser.post('/invitation', { link })).location).toBe(`/invitation?link=${link}`);
  browser.forgetToken();
  expect((await browser.post('/invitation/refuse', { link, refusal: 'not-me' })).status).toBe(422);
  browser.forgetToken();
  expect((await browser.post('/invitation/again', { link })).status).toBe(303);
  expect(await rowsOf(run)).toEqual(before);
});

test('the secret of a link never reaches the address of a log in, and is kept as a hash', async () => {
  const { run } = await withMainContact();
  await run.addPerson({ name: 'Ben Okoro', email: ben.email });
  await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  const page = await run.browser().get(`/invitation?link=${link}`);
  expect(/\/log-in\?next=[^"]*/.exec(page.html)?.[0]).not.toContain(link);
  expect(JSON.stringify(await rowsOf(run))).not.toContain(link);
  expect(JSON.stringify(await rowsOf(run))).not.toContain(await codeOf(run, ben.email));
});

test('of ten who accept at once one account and one membership come', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  const browsers = Array.from({ length: 10 }, () => run.browser());
  for (const browser of browsers) await browser.get(`/invitation?link=${link}`);
  const answers = await Promise.all(browsers.map((browser) => browser.post('/invitation', { link })));
  expect(answers.filter(({ location }) => location?.startsWith('/activate?'))).toHaveLength(1);
  expect((await rowsOf(run)).accounts).toBe(2);
  const accepted = await invitedRow(run, ben.email);
  expect(await rolesOf(run, accepted.account_id as AddedPerson['id'])).toEqual(['Z90002 portal/member']);
});

test('of accepting, refusing and cancelling at once a single one counts', async () => {
  const { run, amara } = await withMainContact();
  const admin = await loggedIn(run, amara);
  for (let round = 0; round < 5; round += 1) {
    const email = `person.${'abcde'[round]}@fern.example`;
    const id = await invite(run, { email, fullName: 'Some Body' });
    const link = secretOf(await linkOf(run, email));
    const [one, other] = [run.browser(), run.browser()];
    for (const browser of [one, other]) await browser.get(`/invitation?link=${link}`);
    const [accepted, refused, cancelled] = await Promise.all([
      one.post('/invitation', { link }),
      other.post('/invitation/refuse', { link, refusal: 'declined' }),
      admin.post(`/organisations/Z90002/users/${id}/invitation`, { step: 'cancel' }),
    ]);
    const won = [
      accepted.location?.startsWith('/activate?') ?? false,
      refused.status === 200,
      cancelled.location?.includes('done=invitation-cancelled') ?? false,
    ];
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await invitedRow(run, email)).state).toBe(won[0] ? 'active' : 'removed');
  }
});

test('two practices that invite one new address make one account', async () => {
  const { run } = await withMainContact();
  await run.addPerson({ name: 'Other Main', mainContactOf: 'Z90003' });
  await invite(run, ben);
  const first = secretOf(await linkOf(run, ben.email));
  run.clock.advance(1000);
  await invite(run, { ...ben, code: 'Z90003' });
  const second = secretOf(await linkOf(run, ben.email));
  expect(first).not.toBe(second);
  const browsers = [run.browser(), run.browser()];
  const answers = await Promise.all(
    browsers.map(async (browser, at) => {
      const link = [first, second][at] ?? '';
      await browser.get(`/invitation?link=${link}`);
      return browser.post('/invitation', { link });
    }),
  );
  expect(answers.map(({ location }) => location?.slice(0, 10))).toEqual(['/activate?', '/activate?']);
  expect((await rowsOf(run)).accounts).toBe(3);
});

test('nobody answers an invitation of another address, by its id or in its name', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const other = await run.addPerson({ name: 'Cara Nwosu' });
  const browser = await loggedIn(run, other);
  const before = await rowsOf(run);
  for (const address of [
    `/account/invitations/${id}`,
    `/account/invitations/${id}/refuse`,
    '/account/invitations/x',
  ])
    expect((await browser.get(address)).status).toBe(404);
  await browser.post(`/account/invitations/${id}`);
  await browser.post(`/account/invitations/${id}/refuse`, { refusal: 'not-me' });
  const link = secretOf(await linkOf(run, ben.email));
  await browser.post('/invitation', { link });
  expect(await rowsOf(run)).toEqual(before);
  expect((await browser.get('/account/invitations')).text).toContain('No invitation waits for you');
});

test('an address that waits to be confirmed shows no invitation to who typed it', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const other = await run.addPerson({ name: 'Cara Nwosu' });
  await run.needs.database
    .insertInto('account_email')
    .values({
      id: run.needs.ids.next(),
      account_id: other.id,
      typed: ben.email,
      canonical: ben.email,
      state: 'pending',
      created_at: run.clock.now(),
    })
    .execute();
  const browser = await loggedIn(run, other);
  expect((await browser.get(`/account/invitations/${id}`)).status).toBe(404);
});

test('a new account of a mailbox is only its reader’s: the link of another cannot be used in its place', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  for (const link of ['', 'x', 'a'.repeat(5000), "' OR 1=1 --"]) {
    const browser = run.browser();
    expect((await browser.get(`/invitation?link=${encodeURIComponent(link)}`)).status).toBe(410);
    expect((await browser.post('/invitation', { link })).status).toBe(303);
  }
  expect((await rowsOf(run)).accounts).toBe(1);
});

test('a code is guessed five times at most, whatever browser types it, and works once', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const right = await codeOf(run, ben.email);
  const wrong = right === '00000000' ? '00000001' : '00000000';
  const type = (code: string, address: string) =>
    run.browser({ address }).post('/invitation/code', { email: ben.email, code });
  for (let time = 0; time < 5; time += 1) expect((await type(wrong, `198.51.100.${time}`)).status).toBe(422);
  expect((await type(right, '198.51.100.99')).status).toBe(422);
});

test('a code works once', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const code = await codeOf(run, ben.email);
  const type = () => run.browser().post('/invitation/code', { email: ben.email, code });
  const answers = await Promise.all([type(), type(), type()]);
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test('whether an address is invited shows in no word, status or work of typing a code', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const browser = run.browser();
  const seen = [];
  for (const email of [ben.email, 'nobody@fern.example']) {
    await browser.get('/invitation');
    run.workDone();
    const answer = await browser.post('/invitation/code', { email, code: '1' });
    seen.push({ status: answer.status, work: run.workDone(), text: answer.text });
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('[P18] the secret of an expired link opens nothing, and asking again tells nobody else anything', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  run.clock.advance(days(30));
  const browser = run.browser();
  await browser.get(`/invitation?link=${link}`);
  const known = await browser.post('/invitation/again', { link });
  const unknown = await browser.post('/invitation/again', { link: 'nothing' });
  expect(known.text).toBe(unknown.text);
  await browser.post('/invitation/refuse', { link, refusal: 'not-me' });
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
});
