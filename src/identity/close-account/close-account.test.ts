import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn, secretOf } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { days } from '../../kernel/duration.ts';

async function atWork(options: { colleague: boolean }) {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  if (options.colleague) await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'A81001' });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, browser };
}

async function closed() {
  const run = await atWork({ colleague: true });
  await run.browser.get('/account/data/close');
  const answer = await run.browser.post('/account/data/close', { sure: 'yes' });
  return { ...run, answer };
}

const stateOf = async ({ needs }: Portal, id: string) =>
  (await needs.database.selectFrom('account').select('state').where('id', '=', id).executeTakeFirst())?.state;

const reopenLink = async (the: Portal, to: string): Promise<string> => {
  const links = (await the.inbox(to)).flatMap((message) => message.links);
  return links.find((link) => link.includes('/reopen-account')) ?? '';
};

describe('closing one’s own account', () => {
  test('says what happens, and does nothing until it is confirmed', async () => {
    const { the, amara, browser } = await atWork({ colleague: true });
    const page = await browser.get('/account/data/close');
    expect(page.text).toContain('After 30 days we erase the account for good');
    const slip = await browser.post('/account/data/close');
    expect([slip.status, slip.text]).toEqual([
      422,
      expect.stringContaining('Confirm that you understand what happens'),
    ]);
    expect(await stateOf(the, amara.id)).toBe('active');
  });

  test('ends every session, forgets the devices, voids the links and tells the owner how to undo it', async () => {
    const { the, amara, browser, answer } = await closed();
    expect((await browser.follow(answer)).text).toContain('Your account is closed');
    expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
    const { database } = the.needs;
    const open = await database.selectFrom('session').select('id').where('ended_at', 'is', null).execute();
    const devices = await database
      .selectFrom('device')
      .select('id')
      .where('revoked_at', 'is', null)
      .execute();
    expect([open, devices]).toEqual([[], []]);
    const [told] = await the.inbox(amara.email);
    expect(told?.text).toContain('On 1 April 2026 at 10am we erase it for good.');
    const back = the.browser();
    await back.get('/log-in');
    const refused = await back.post('/log-in', { identifier: amara.email, password: amara.password });
    expect(refused.status).not.toBe(303);
  });

  test('the link of that email opens the account again, once, with the password and organisations it had', async () => {
    const { the, amara } = await closed();
    const link = await reopenLink(the, amara.email);
    the.clock.advance(days(29));
    const visitor = the.browser();
    const page = await visitor.get(link);
    expect(page.text).toContain('Open your account again?');
    expect(await stateOf(the, amara.id)).toBe('closed');
    const done = await visitor.post('/reopen-account', { link: secretOf(link) });
    expect(done.text).toContain('Your account is open again');
    expect((await the.inbox(amara.email))[0]?.subject).toBe('Your account is open again');
    await logIn(visitor, amara);
    expect((await visitor.get('/account/access')).text).toContain('Practice A81001');
    const again = the.browser();
    expect((await again.get(link)).status).toBe(410);
  });

  test('the last main contact does not leave a practice without one: support is asked, and nothing changes yet', async () => {
    const { the, amara, browser } = await atWork({ colleague: false });
    const page = await browser.get('/account/data/close');
    expect(page.text).toContain('You are the only one who can add or remove people');
    expect(page.text).toContain('Practice A81001');
    const asked = await browser.post('/account/data/close', { sure: 'yes' });
    expect(asked.text).toContain('We have asked support to close your account');
    expect(await stateOf(the, amara.id)).toBe('active');
    const chief = await atTheDesk(the, 'administrator');
    const tasks = await chief.desk.get('/desk/tasks');
    expect(tasks.text).toContain('Close an account of a last main contact');
    expect(tasks.html).toContain(`href="/desk/people/${amara.id}"`);
  });

  test('who works for support has that access ended first', async () => {
    const the = await portal();
    const amara = await the.addPerson();
    const chief = await atTheDesk(the, 'administrator');
    const operator = await the.needs.database
      .selectFrom('membership')
      .select('organisation_id')
      .where('account_id', '=', chief.id)
      .executeTakeFirstOrThrow();
    await the.needs.database
      .insertInto('membership')
      .values({
        id: the.needs.ids.next(),
        account_id: amara.id,
        organisation_id: operator.organisation_id,
        service: 'support',
        role: 'agent',
        since: the.clock.now(),
      })
      .execute();
    const browser = the.browser();
    await logIn(browser, amara);
    expect((await browser.get('/account/data/close')).text).toContain('You also work for support.');
    await browser.post('/account/data/close', { sure: 'yes' });
    expect(await stateOf(the, amara.id)).toBe('active');
  });
});

describe('closing at the desk', () => {
  test('an administrator closes an account on request, with a reason; its owner is told and the task is done', async () => {
    const { the, amara, browser } = await atWork({ colleague: false });
    await browser.get('/account/data/close');
    await browser.post('/account/data/close', { sure: 'yes' });
    const chief = await atTheDesk(the, 'administrator');
    const address = `/desk/people/${amara.id}/close`;
    expect((await chief.desk.get(address)).text).toContain('Only when the person asked for it.');
    const done = await chief.desk.follow(
      await chief.desk.post(address, { reason: 'Asked for it by telephone.' }),
    );
    expect(done.text).toContain('The account is closed.');
    expect(await stateOf(the, amara.id)).toBe('closed');
    expect((await the.inbox(amara.email))[0]?.text).toContain('Support has closed your');
    const tasks = (await chief.desk.get('/desk/tasks')).text;
    expect(tasks).not.toContain('Close an account');
    expect(tasks).toContain('Find somebody to look after an organisation’s people');
    await chief.desk.get(address);
    const again = await chief.desk.follow(await chief.desk.post(address, { reason: 'Once more.' }));
    expect(again.text).toContain('closed already');
  });

  test('staff give a closed account back when its owner calls', async () => {
    const { the, amara } = await closed();
    const { desk } = await atTheDesk(the);
    await desk.get(`/desk/people/${amara.id}/activate`);
    await desk.post(`/desk/people/${amara.id}/activate`, { reason: 'Called, and wants to stay.' });
    await logIn(the.browser(), amara);
  });

  test('an agent is not offered it, and is refused', async () => {
    const { the, amara } = await atWork({ colleague: true });
    const { desk } = await atTheDesk(the);
    expect((await desk.get(`/desk/people/${amara.id}`)).text).not.toContain('Close the account');
    expect((await desk.get(`/desk/people/${amara.id}/close`)).status).toBe(403);
    expect((await desk.post(`/desk/people/${amara.id}/close`, { reason: 'Because.' })).status).toBe(403);
    expect(await stateOf(the, amara.id)).toBe('active');
  });
});

test('two last main contacts who close at the same time do not both go', async () => {
  const { the, amara, browser } = await atWork({ colleague: true });
  const ben = the.browser();
  await logIn(ben, { email: 'ben.okoro@practice.example', password: amara.password });
  for (const visitor of [browser, ben]) await visitor.get('/account/data/close');
  await Promise.all([browser, ben].map((visitor) => visitor.post('/account/data/close', { sure: 'yes' })));
  const states = await the.needs.database.selectFrom('account').select('state').execute();
  expect(states.map(({ state }) => state).sort()).toEqual(['active', 'closed']);
});
