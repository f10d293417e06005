import { expect, onTestFinished, test } from 'vitest';
import { endMemberships } from '../../src/identity/index.ts';
import { createPool, inTransaction } from '../../src/platform/database/database.ts';
import { ensureOperator } from '../../src/support/index.ts';
import { approveRegistration, logIn, nerys, openDesk, register } from '../support/main-job.ts';
import { type Portal, portal } from '../support/portal.ts';

/** Two application processes on one database, each with connections of its own. */
async function twoNodes(): Promise<[Portal, Portal]> {
  const one = await portal({ profile: 'primary-care' });
  const pool = createPool({ url: one.database.url, poolSize: 10, onIdleError: () => undefined });
  onTestFinished(() => pool.end());
  const database = { ...one.database, pool };
  return [one, await portal({ profile: 'primary-care', clock: one.clock, database })];
}

test('a session made on one node works on the other, and its end is known to both', async () => {
  const [one, other] = await twoNodes();
  const amara = await one.addPerson();
  const [here, there] = [one.browser(), other.browser()];
  await logIn(here, amara);
  for (const [name, value] of here.cookies) there.cookies.set(name, value);
  expect((await there.get('/account')).text).toContain(amara.name);
  expect((await there.post('/log-out')).status).toBe(303);
  expect((await here.get('/account')).location).toContain('/log-in');
});

test('100 wrong passwords at once, spread over both, never give more than the allowed tries', async () => {
  const [one, other] = await twoNodes();
  const amara = await one.addPerson();
  const browsers = [one.browser(), other.browser()];
  for (const browser of browsers) await browser.get('/log-in');
  for (const node of [one, other]) node.workDone();
  const wrong = { identifier: amara.email, password: 'Not-the-password-0' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => browsers.map((browser) => browser.post('/log-in', wrong))).flat(),
  );
  expect(one.workDone().hashes + other.workDone().hashes).toBe(5);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(96);
  const [right] = await Promise.all([
    other.browser().post('/log-in', { ...wrong, password: amara.password }),
  ]);
  expect(right.status).toBe(429);
});

test('access removed on one node is refused by the other at its next request', async () => {
  const [one, other] = await twoNodes();
  const agent = await one.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const desk = other.browser();
  await logIn(desk, agent, '/log-in/staff');
  expect((await desk.get('/desk')).status).toBe(200);
  await inTransaction(one.needs.database, async (tx) => {
    const organisationId = await ensureOperator(one.needs, tx);
    const ended = { accountId: agent.id, organisationId, service: 'support', endedBy: null, reason: 'left' };
    await endMemberships(tx, { ...ended, now: one.clock.now() });
  });
  expect((await desk.get('/desk')).status).toBe(403);
});

test('both doing what is due at once send every message once', async () => {
  const [one, other] = await twoNodes();
  const { desk } = await openDesk(one);
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      one.addPerson({ name: `Person ${at}`, email: `person${at}@x.example` }),
    ),
  );
  const visitor = one.browser();
  await visitor.get('/forgotten-details');
  for (const { email } of people) await visitor.post('/forgotten-details', { email, realm: 'portal' });
  await register(one.browser(), nerys);
  await approveRegistration(desk);
  await Promise.all([one.runDue(), other.runDue(), one.runDue(), other.runDue()]);
  const messages = await one.inbox();
  for (const { email } of people) {
    const theirs = messages.filter(({ to }) => to === email);
    expect(theirs.map(({ subject }) => subject)).toEqual(['Choose a new password']);
  }
  const toNerys = messages.filter(({ to }) => to === nerys.email).map(({ subject }) => subject);
  expect(new Set(toNerys).size).toBe(toNerys.length);
  const links = await one.needs.database.selectFrom('access_link').select('id').execute();
  expect(links).toHaveLength(people.length + 1);
});
