import { expect, test } from 'vitest';
import { approveRegistration, logIn, nerys, openDesk, register } from '../../tests/support/main-job.ts';
import { type Portal, portal } from '../../tests/support/portal.ts';
import { days, hours } from '../kernel/duration.ts';

const counts = async ({ needs: { database } }: Portal) => {
  const rows = await Promise.all([
    database.selectFrom('session').select('id').execute(),
    database.selectFrom('device').select('id').execute(),
    database.selectFrom('access_link').select('id').execute(),
  ]);
  return rows.map((found) => found.length);
};

/** Amara logged in, chose a new password by a link, which forgot her browser, and logged in again. */
async function withPast() {
  const the = await portal();
  const amara = await the.addPerson();
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/forgotten-details');
  await browser.post('/forgotten-details', { email: amara.email });
  await the.inbox();
  await the.needs.database.updateTable('device').set({ revoked_at: the.clock.now() }).execute();
  return { the, amara };
}

test('ended sessions, revoked devices and dead links go after 90 days, and not before', async () => {
  const { the } = await withPast();
  expect(await counts(the)).toEqual([1, 1, 1]);
  the.clock.advance(days(89));
  await the.runDue();
  expect(await counts(the)).toEqual([1, 1, 1]);
  the.clock.advance(days(2));
  await the.runDue();
  expect(await counts(the)).toEqual([0, 0, 0]);
});

test('a device that is still known stays, however long ago, and so does a session that goes on', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await logIn(the.browser(), amara);
  the.clock.advance(days(120));
  await logIn(the.browser(), amara);
  the.clock.advance(hours(1));
  await the.runDue();
  expect((await counts(the)).slice(0, 2)).toEqual([1, 2]);
});

test('who was invited to a second realm is still known to wait, long after the link has died', async () => {
  const the = await portal({ profile: 'primary-care' });
  const { desk } = await openDesk(the);
  await register(the.browser(), nerys);
  await approveRegistration(desk);
  the.clock.advance(days(120));
  await the.runDue();
  const links = await the.needs.database.selectFrom('access_link').select('purpose').execute();
  expect(links).toEqual([{ purpose: 'activate' }]);
  const browser = the.browser();
  await browser.get('/forgotten-details');
  await browser.post('/forgotten-details', { email: nerys.email });
  expect((await the.inbox(nerys.email))[0]?.links[0]).toContain('/activate');
});

test('a long past goes batch by batch until nothing is left', async () => {
  const { the, amara } = await withPast();
  const { ids, clock, database } = the.needs;
  const sessions = Array.from({ length: 2500 }, () => {
    const id = ids.next();
    const now = clock.now();
    const times = { started_at: now, authenticated_at: now, last_seen_at: now, ends_at: now };
    return { id, token_hash: id, account_id: amara.id, realm: 'portal' as const, ...times };
  });
  await database.insertInto('session').values(sessions).execute();
  the.clock.advance(days(91));
  await the.runDue();
  expect(await counts(the)).toEqual([0, 0, 0]);
});
