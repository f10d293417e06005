import { describe, expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { addMembership, endMemberships } from '../../identity/index.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';
import { markRegistered } from '../mark-registered.store.ts';

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
  expect(page.text).toContain('Its main contact gives access');
  expect(page.text).not.toContain('Amara');
});

test('[P11 P19] the request goes by e-mail to the main contact, and the page is the same for everyone', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const pages = [await askAs(run), await askAs(run, { fullName: 'Amara Osei', email: mainContact.email })];
  expect(pages[0]?.text).toBe(pages[1]?.text);
  expect(pages[0]?.text).toContain('Request sent');
  const messages = await run.inbox(mainContact.email);
  const told = messages.map((message) => message.text).join('\n');
  for (const shown of ['Ben Okoro', 'ben.okoro@practice.example']) expect(told).toContain(shown);
  expect((await run.inbox()).map((message) => message.to)).toEqual([mainContact.email, mainContact.email]);
});

test('a practice whose every main contact has gone is passed to support', async () => {
  const run = await registeredPractice();
  await askAs(run);
  expect((await run.inbox()).map((message) => message.to)).toEqual([run.settings.support.email]);
});

test('nobody’s mailbox can be filled from here', async () => {
  const run = await registeredPractice();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  for (let time = 0; time < 12; time += 1) expect((await askAs(run)).text).toContain('Request sent');
  expect((await run.inbox(mainContact.email)).length).toBe(10);
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

  test('[P19] known and unknown addresses are the same work, and what they typed is gone once it is passed on', async () => {
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
    expect(await run.needs.database.selectFrom('access_request').selectAll().execute()).toEqual([]);
  });

  test('a stranger cannot fill the mailbox of somebody who works there', async () => {
    const { run, colleague } = await withColleague(false);
    for (let time = 0; time < 5; time += 1) await askAs(run);
    expect(await aboutHelp(run, colleague.email)).toHaveLength(2);
  });
});

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
