import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { addMembership } from '../membership.store.ts';
import { endSessions } from '../sessions/session.store.ts';

async function amaraAndStranger() {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'B81002' });
  const browser = the.browser();
  await logIn(browser, amara);
  const organisations = await the.needs.database.selectFrom('organisation').select(['id', 'code']).execute();
  const idOf = (code: string) => organisations.find((one) => one.code === code)?.id ?? '';
  return { the, amara, browser, idOf };
}

test('nobody acts for an organisation they do not belong to, nor did they choose one by a forged id', async () => {
  const { the, browser, idOf } = await amaraAndStranger();
  for (const organisation of [idOf('B81002'), the.needs.ids.next(), 'x', '']) {
    await browser.get('/account/access/switch');
    const refused = await browser.post('/account/access/switch', { organisation });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('Choose one of your organisations'),
    ]);
  }
  expect((await browser.get('/')).html).toContain('Practice A81001');
  const sessions = await the.needs.database.selectFrom('session').select('organisation_id').execute();
  expect(sessions).toEqual([{ organisation_id: null }]);
});

test('a role among the support staff is nothing to act under in the portal', async () => {
  const { the, amara, browser } = await amaraAndStranger();
  const chief = await the.addPerson({ name: 'Tomasz Lis', staff: 'administrator' });
  const { organisation_id } = await the.needs.database
    .selectFrom('membership')
    .select('organisation_id')
    .where('account_id', '=', chief.id)
    .executeTakeFirstOrThrow();
  const role = {
    accountId: amara.id,
    organisationId: organisation_id as never,
    service: 'support',
    role: 'agent',
  };
  await inTransaction(the.needs.database, (tx) =>
    addMembership(tx, the.needs.ids, { ...role, givenBy: null, now: the.clock.now() }),
  );
  await browser.get('/account/access/switch');
  const refused = await browser.post('/account/access/switch', { organisation: organisation_id });
  expect(refused.status).toBe(422);
  expect((await browser.get('/')).html).not.toContain('/account/access/switch');
});

test('the way back after a choice never leads to another site', async () => {
  const { browser, idOf } = await amaraAndStranger();
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const page = await browser.get(`/account/access/switch?next=${encodeURIComponent(next)}`);
    expect(page.html).not.toContain('evil');
    const done = await browser.post('/account/access/switch', { organisation: idOf('A81001'), next });
    expect(done.location).toBe('/account/access');
  }
});

test('race: choosing an organisation while staff log the person out ends in turns, and never in a standstill', async () => {
  const { the, amara, browser, idOf } = await amaraAndStranger();
  const { database } = the.needs;
  await browser.get('/account/access/switch');
  const { choosing } = await inTransaction(database, async (tx) => {
    await lockAccount(tx, amara.id);
    const posted = browser.post('/account/access/switch', { organisation: idOf('A81001') });
    await someoneWaits(database);
    await endSessions(tx, amara.id, 'support', the.clock.now());
    return { choosing: posted };
  });
  expect((await choosing).status).toBe(422);
});
