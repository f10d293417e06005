import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { addMembership, endMemberships } from '../../identity/index.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';
import { markRegistered } from '../places/mark-registered.store.ts';
import { findByCode } from '../places/organisation.store.ts';

const asked = { fullName: 'Ben Okoro', email: 'ben.okoro@practice.example' };

async function registeredPractice(): Promise<Portal> {
  const run = await portal({ profile: 'primary-care' });
  await fillSandboxRegister(run.needs);
  const { database } = run.needs;
  await inTransaction(database, (tx) =>
    markRegistered(tx, 'Z90002', 'reception@fern.example', run.clock.now()),
  );
  return run;
}

async function askAs(run: Portal, answers = asked) {
  const person = run.browser();
  await person.get('/register-organisation/Z90002/access');
  return person.follow(await person.post('/register-organisation/Z90002/access', answers));
}

test('[P11 P19] a practice that is already registered says how access is given, and names nobody', async () => {
  const run = await registeredPractice();
  await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const person = run.browser();
  const page = await person.follow(await person.get('/register-organisation?find=z90002'));
  expect(page.text).toContain('already registered');
  expect(page.text).toContain('If you work there, ask for access');
  expect(page.text).not.toContain('Amara');
});

test('[P11 P19] the request goes by e-mail to everyone who decides, with a link to it, and the page is the same for everyone', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const deputy = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  await run.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
  const pages = [await askAs(run), await askAs(run, { fullName: 'Amara Osei', email: mainContact.email })];
  expect(pages[0]?.text).toBe(pages[1]?.text);
  expect(pages[0]?.text).toContain('Request sent');
  for (const { email } of [mainContact, deputy]) {
    const messages = await run.inbox(email);
    const told = messages.map((message) => message.text).join('\n');
    for (const shown of ['Ben Okoro', 'ben.okoro@practice.example']) expect(told).toContain(shown);
    expect(messages.flatMap(({ links }) => links).join()).toContain('/organisations/Z90002/requests/');
  }
  const readers = (await run.inbox()).filter(({ subject }) => subject.startsWith('Somebody asks'));
  expect(readers.map(({ to }) => to).sort()).toEqual(
    [mainContact, mainContact, deputy, deputy].map(({ email }) => email).sort(),
  );
});

test('a practice whose every administrator has gone is passed to support, who have a task', async () => {
  const run = await registeredPractice();
  await askAs(run);
  expect((await run.inbox()).map((message) => message.to)).toEqual([run.settings.support.email]);
  const tasks = await run.needs.database.selectFrom('staff_task').select('kind').execute();
  expect(tasks).toEqual([{ kind: 'no-administrator' }]);
});

test('asking again while a request waits adds nothing, and says the same', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const pages = [await askAs(run), await askAs(run, { ...asked, fullName: 'Ben O.' })];
  expect(pages[1]?.text).toBe(pages[0]?.text);
  expect(await run.inbox(mainContact.email)).toHaveLength(1);
});

test('nobody’s mailbox can be filled from here', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  for (let time = 0; time < 12; time += 1)
    expect((await askAs(run, { ...asked, email: `ben${time}@practice.example` })).text).toContain(
      'Request sent',
    );
  expect((await run.inbox(mainContact.email)).length).toBe(10);
});

test('what somebody adds reaches who decides, and carries no link', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const note = 'Nurse/receptionist, from 1/4/2026.\nI start with Dr Pell.';
  const refused = await askAs(run, { ...asked, note: 'See evil.example/now' } as typeof asked);
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('See evil.example/now')]);
  const long = await askAs(run, { ...asked, note: 'x'.repeat(301) } as typeof asked);
  expect(long.text).toContain('must be 300 characters or fewer');
  await askAs(run, { ...asked, note } as typeof asked);
  expect((await run.inbox(mainContact.email))[0]?.text).toContain('I start with Dr Pell.');
});

describe('who is logged in', () => {
  async function askLoggedIn(code = 'Z90002') {
    const run = await registeredPractice();
    const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    const ben = await run.addPerson({ name: 'Ben Okoro', mainContactOf: 'Z90003' });
    const browser = run.browser();
    await logIn(browser, ben);
    const form = await browser.get(`/register-organisation/${code}/access`);
    return { run, mainContact, ben, browser, form };
  }

  test('[P18 P19] asks with their own name and address, which they cannot change here', async () => {
    const { run, mainContact, ben, browser, form } = await askLoggedIn();
    for (const own of ['Ben Okoro', ben.email]) expect(form.text).toContain(own);
    for (const field of ['name="fullName"', 'name="email"']) expect(form.html).not.toContain(field);
    const forged = { fullName: 'Somebody Else', email: 'else@practice.example', note: 'For the list' };
    const sent = await browser.follow(await browser.post('/register-organisation/Z90002/access', forged));
    expect(sent.text).toContain('Request sent');
    const [told] = await run.inbox(mainContact.email);
    expect(told?.text).toContain(ben.email);
    expect(told?.text).not.toContain('else@practice.example');
    expect(told?.text).toContain('They were logged in with this address');
  });

  test('[P19] takes the place of what a stranger typed in their name', async () => {
    const { run, mainContact, ben, browser } = await askLoggedIn();
    await askAs(run, { fullName: 'Not Ben', email: ben.email });
    await browser.post('/register-organisation/Z90002/access', { note: '' });
    await askAs(run, { fullName: 'Not Ben', email: ben.email });
    const rows = await run.needs.database
      .selectFrom('access_request')
      .select(['account_id as accountId', 'full_name as fullName'])
      .execute();
    expect(rows).toEqual([{ accountId: ben.id, fullName: 'Ben Okoro' }]);
    expect((await run.inbox(mainContact.email))[0]?.text).toContain('Ben Okoro');
  });

  test('is told of access they have already', async () => {
    const { run, mainContact } = await askLoggedIn();
    const browser = run.browser();
    await logIn(browser, mainContact);
    const page = await browser.get('/register-organisation/Z90002/access');
    expect(page.text).toContain('You already have access');
  });

  test('finds the way from their organisations', async () => {
    const { browser } = await askLoggedIn();
    const page = await browser.get('/account/access');
    expect(page.html).toContain('href="/register-organisation?to=ask"');
    expect(page.text).toContain('Ask for access to another practice');
  });
});

test('a branch is asked about at its own code; its practice and who is limited to it are told', async () => {
  const run = await registeredPractice();
  await addBranch(run, 'Z90002009', 'Z90002');
  await addBranch(run, 'Z90002008', 'Z90002');
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const there = await run.addPerson({ name: 'Dev Shah', roles: { Z90002009: ['portal/deputy'] } });
  const elsewhere = await run.addPerson({ name: 'Eve Pell', roles: { Z90002008: ['portal/deputy'] } });
  const person = run.browser();
  const found = await person.get('/register-organisation/Z90002009');
  expect(found.html).toContain('/register-organisation/Z90002009/access');
  await person.post('/register-organisation/Z90002009/access', asked);
  for (const { email } of [mainContact, there])
    expect((await run.inbox(email))[0]?.links.join()).toContain('/organisations/Z90002009/requests/');
  expect(await run.inbox(elsewhere.email)).toEqual([]);
});

test('a practice that is not registered has nobody to ask', async () => {
  const run = await registeredPractice();
  const page = await run.browser().get('/register-organisation/Z90001/access');
  expect(page.location).toBe('/register-organisation/Z90001');
});

describe('[P19] who the main contact is', () => {
  const aboutHelp = async (run: Portal, to: string) =>
    (await run.inbox(to)).filter(({ subject }) => subject.startsWith('Who gives access'));

  async function withColleague(ended: boolean) {
    const run = await registeredPractice();
    const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    const colleague = await run.addPerson({ name: 'Ben Okoro' });
    await giveWork(run, colleague.id, ended);
    return { run, mainContact, colleague };
  }

  test.each([
    ['works', false],
    ['worked', true],
  ])(
    '[P19] an address whose owner %s there is told by e-mail, and the request is passed on',
    async (_when, ended) => {
      const { run, mainContact, colleague } = await withColleague(ended);
      const page = await askAs(run);
      for (const hidden of ['Amara', mainContact.email]) expect(page.text).not.toContain(hidden);
      const [told, ...more] = await aboutHelp(run, colleague.email);
      expect([told?.text, more]).toEqual([expect.stringContaining('Amara Osei'), []]);
      expect(told?.text).not.toContain(mainContact.email);
      expect((await run.inbox(mainContact.email))[0]?.text).toContain(colleague.email);
    },
  );

  test('[P19] nobody else is told: not a stranger, nor somebody of another practice', async () => {
    const { run, mainContact } = await withColleague(false);
    const other = await run.addPerson({ name: 'Cara Nwosu', mainContactOf: 'Z90003' });
    await askAs(run, { fullName: 'Cara Nwosu', email: other.email });
    await askAs(run, { fullName: 'A Stranger', email: 'stranger@elsewhere.example' });
    expect((await run.inbox()).map(({ to }) => to)).toEqual([mainContact.email, mainContact.email]);
  });

  test('[P19] known and unknown addresses are the same work, and what they typed waits for who decides', async () => {
    const { run, colleague } = await withColleague(false);
    const person = run.browser();
    const work: string[][] = [];
    for (const email of [colleague.email, 'stranger@elsewhere.example']) {
      await person.get('/register-organisation/Z90002/access');
      run.workDone();
      await person.post('/register-organisation/Z90002/access', { fullName: 'A Person', email });
      work.push(run.workDone().statements);
    }
    expect(work[0]).toEqual(work[1]);
    await run.runDue();
    const kept = await run.needs.database.selectFrom('access_request').select(['state']).execute();
    expect(kept).toEqual([{ state: 'waiting' }, { state: 'waiting' }]);
  });

  test('[P19] an address that was invited there, and has no account, is told too', async () => {
    const { run } = await withColleague(false);
    await invite(run, 'invited@practice.example');
    await askAs(run, { fullName: 'Who Ever', email: 'INVITED@practice.example' });
    const [told] = await aboutHelp(run, 'invited@practice.example');
    expect(told?.text).toContain('Dear Imani Invited');
  });

  test('a stranger cannot fill the mailbox of somebody who works there', async () => {
    const { run, colleague } = await withColleague(false);
    for (let time = 0; time < 5; time += 1) {
      await askAs(run);
      await run.runDue();
      await run.needs.database.updateTable('access_request').set({ state: 'lapsed' }).execute();
    }
    expect(await aboutHelp(run, colleague.email)).toHaveLength(2);
  });
});

async function invite({ needs }: Portal, email: string) {
  const practice = await findByCode(needs.database, 'Z90002');
  if (!practice) throw new Error('the practice of these tests is there');
  await needs.database
    .insertInto('member')
    .values({
      id: needs.ids.next(),
      organisation_id: practice.id,
      state: 'invited',
      full_name: 'Imani Invited',
      email_typed: email,
      email_canonical: email,
      created_at: needs.clock.now(),
    })
    .execute();
}

async function giveWork({ needs }: Portal, accountId: AccountId, ended: boolean) {
  const { id } = await needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', 'Z90002')
    .executeTakeFirstOrThrow();
  const held = { accountId, organisationId: id as OrganisationId, service: 'portal', now: needs.clock.now() };
  await inTransaction(needs.database, async (tx) => {
    await addMembership(tx, needs.ids, { ...held, role: 'receptionist', givenBy: null });
    if (ended) await endMemberships(tx, { ...held, endedBy: null, reason: 'Left.' });
  });
}
