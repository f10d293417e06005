import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
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
