import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { days } from '../../kernel/duration.ts';

const openTasks = async ({ needs }: Portal, kind = 'no-administrator') =>
  (
    await needs.database
      .selectFrom('staff_task')
      .select('id')
      .where('kind', '=', kind)
      .where('done_at', 'is', null)
      .execute()
  ).length;

const deactivate = async (id: string, desk: Awaited<ReturnType<typeof atTheDesk>>['desk']) => {
  await desk.get(`/desk/people/${id}/deactivate`);
  return desk.post(`/desk/people/${id}/deactivate`, { reason: 'Reported as gone.' });
};

async function closeOwn(the: Portal, who: { email: string; password: string }) {
  const browser = the.browser();
  await logIn(browser, who);
  const page = await browser.get('/account/data/close');
  return { page, answer: await browser.post('/account/data/close', { sure: 'yes' }) };
}

describe('[P7] never without an administrator', () => {
  test('[P7] staff who deactivate the last one get a task in the same moment; it is done once somebody is back', async () => {
    const the = await portal();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    const { desk } = await atTheDesk(the, 'administrator');
    await deactivate(amara.id, desk);
    expect(await openTasks(the)).toBe(1);
    const tasks = await desk.get('/desk/tasks');
    expect(tasks.text).toContain('Find somebody to look after an organisation’s people');
    await desk.get(`/desk/people/${amara.id}/activate`);
    await desk.post(`/desk/people/${amara.id}/activate`, { reason: 'Is back.' });
    expect(await openTasks(the)).toBe(0);
  });

  test('[P7] a deputy counts: nothing is asked of staff, and the main contact may close their own account', async () => {
    const the = await portal();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
    const { answer } = await closeOwn(the, amara);
    expect(answer.location).toContain('closed');
    await the.runDue();
    expect(await openTasks(the)).toBe(0);
    const [told, ...more] = await the.inbox(ben.email);
    expect([told?.subject, more]).toEqual(['Practice Z90002 has no main contact', []]);
    expect(told?.text).toContain('http://localhost:3000/register-organisation/Z90002/main-contact');
  });

  test('[P7] the deputy who is the only one left cannot close their account by themselves', async () => {
    const the = await portal();
    const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
    const { page, answer } = await closeOwn(the, ben);
    expect(page.text).toContain('Practice Z90002');
    expect(answer.text).toContain('We have asked support to close your account');
  });

  test('[P7] who is limited to a branch, on leave, or only does the work does not count', async () => {
    const the = await portal();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
    const { page } = await closeOwn(the, amara);
    expect(page.text).toContain('Practice Z90002');
  });

  test('what time takes away is found by itself, once, and only where somebody is needed', async () => {
    const the = await portal();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    await the.needs.database
      .updateTable('account')
      .set({ state: 'deactivated' })
      .where('id', '=', amara.id)
      .execute();
    await the.runDue();
    await the.runDue();
    expect(await openTasks(the)).toBe(1);
    await the.needs.database
      .updateTable('organisation')
      .set({ status: 'closed' })
      .where('code', '=', 'Z90002')
      .execute();
    await the.runDue();
    expect(await openTasks(the)).toBe(0);
  });

  test('an erased account leaves its organisations, with the reason on record', async () => {
    const the = await portal();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
    await closeOwn(the, amara);
    the.clock.advance(days(31));
    await the.runDue();
    const members = await the.needs.database
      .selectFrom('member')
      .select(['state', 'ended_because'])
      .orderBy('state')
      .execute();
    expect(members).toEqual([
      { state: 'active', ended_because: null },
      { state: 'removed', ended_because: 'account-erased' },
    ]);
  });
});

test('[P7] the last two who go at the same time, one closing the account and one removed by staff’s hand, never leave nobody without a task', async () => {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/data/close');
  const { desk } = await atTheDesk(the, 'administrator');
  await desk.get(`/desk/people/${ben.id}/deactivate`);
  await Promise.all([
    browser.post('/account/data/close', { sure: 'yes' }),
    desk.post(`/desk/people/${ben.id}/deactivate`, { reason: 'Reported as gone.' }),
  ]);
  const left = await the.needs.database
    .selectFrom('account')
    .select('id')
    .where('state', '=', 'active')
    .where('id', 'in', [amara.id, ben.id])
    .execute();
  expect(left.length > 0 || (await openTasks(the)) === 1).toBe(true);
  expect(await openTasks(the)).toBe(left.length > 0 ? 0 : 1);
});

test('[P7] two last administrators who close their accounts at once do not both go', async () => {
  const the = await portal();
  const people = [
    await the.addPerson({ mainContactOf: 'Z90002' }),
    await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } }),
  ];
  const browsers = await Promise.all(
    people.map(async (person) => {
      const browser = the.browser();
      await logIn(browser, person);
      await browser.get('/account/data/close');
      return browser;
    }),
  );
  await Promise.all(browsers.map((browser) => browser.post('/account/data/close', { sure: 'yes' })));
  const states = await the.needs.database.selectFrom('account').select('state').execute();
  expect(states.map(({ state }) => state).sort()).toEqual(['active', 'closed']);
});
