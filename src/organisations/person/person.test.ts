import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { recordedActions } from '../../../tests/support/recorded-actions.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { destroyPersonKey } from '../../audit/index.ts';
import { after, hours } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { personWords } from './person.words.ts';

const practice = 'Z90002';

async function atThePractice() {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: practice });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { [practice]: ['payments/view-claims'] } });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, ben, browser, address: await addressOf(the, ben) };
}

async function addressOf(the: Portal, { id }: AddedPerson, code = practice) {
  const member = await the.needs.database
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow();
  return `/organisations/${code}/users/${member.id}`;
}

const change = (the: Portal, { id }: AddedPerson, to: object) =>
  the.needs.database.updateTable('member').set(to).where('account_id', '=', id).execute();

const stepsOn = (html: string, address: string) =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => href ?? '')
    .filter((href) => href.startsWith(`${address}/`) || href.includes('/handover'))
    .map((href) => href.replace(`${address}/`, '').replace(/.*\/handover.*/, 'handover'));

describe('the page of one person', () => {
  test('[P13] says who they are, what they may do and since when', async () => {
    const { the, ben, browser, address } = await atThePractice();
    await change(the, ben, { job_title: 'Practice nurse', phone: '07111 111 111' });
    const page = await browser.get(address);
    expect(page.status).toBe(200);
    for (const shown of [
      'Ben Okoro',
      'ben.okoro@practice.example',
      'Practice nurse',
      'Phone No mobile',
      'View claims Sees claims and their state.',
      'Added 2 March 2026 Has had access since 2 March 2026',
      'Last use here Not yet',
    ])
      expect(page.text).toContain(shown);
    expect(await problemsOfHtml(page.html)).toEqual([]);
  });

  test('[P12] offers what the reader may do, and nothing else', async () => {
    const { the, amara, ben, browser, address } = await atThePractice();
    expect(stepsOn((await browser.get(address)).html, address)).toEqual([
      'details',
      'roles',
      'leave',
      'handover',
      'remove',
    ]);
    const own = await addressOf(the, amara);
    expect(stepsOn((await browser.get(own)).html, own)).toEqual(['roles', 'has-left']);
    const payer = await the.addPerson({
      name: 'Petra Long',
      roles: { [practice]: ['payments/administrator'] },
    });
    const other = the.browser();
    await logIn(other, payer);
    expect(stepsOn((await other.get(address)).html, address)).toEqual([
      'details',
      'roles',
      'leave',
      'remove',
    ]);
    const cerys = await the.addPerson({ name: 'Cerys Pugh', roles: { [practice]: ['portal/member'] } });
    const theirs = await addressOf(the, cerys);
    expect(stepsOn((await other.get(theirs)).html, theirs)).toEqual(['roles', 'has-left']);
    await change(the, ben, { state: 'on-leave', returns_on: '2026-04-01' });
    expect(stepsOn((await browser.get(address)).html, address)).toEqual([
      'return',
      'details',
      'roles',
      'remove',
    ]);
  });

  test('[P12] of somebody removed says when, by whom and why, and how long it can be undone', async () => {
    const { the, amara, ben, browser, address } = await atThePractice();
    const now = the.clock.now();
    const ended = { state: 'removed', ended_at: now, ended_by: amara.id, ended_because: 'left' };
    await change(the, ben, { ...ended, ended_note: 'Moved to Wales.', undo_until: after(now, hours(24)) });
    const page = await browser.get(address);
    for (const shown of ['Why Left the organisation', 'Moved to Wales.', 'undone until 3 March 2026 at 9am'])
      expect(page.text).toContain(shown);
    expect(stepsOn(page.html, address)).toEqual(['undo']);
    the.clock.advance(hours(1));
    await change(the, ben, { undo_until: now });
    await logIn(browser, amara);
    expect(stepsOn((await browser.get(address)).html, address)).toEqual(['restore']);
  });

  test('[P13] tells what was just done, in words, and nothing made up by an address', async () => {
    const { browser, address } = await atThePractice();
    expect((await browser.get(`${address}?done=removed`)).text).toContain('Ben Okoro has no access');
    for (const odd of ['__proto__', 'constructor', 'x'])
      expect((await browser.get(`${address}?done=${odd}`)).text).not.toContain('Success');
  });

  test('[P12] says which roles were given and taken, also one that is gone from the settings, until the person is forgotten', async () => {
    const { the, ben, browser, address } = await atThePractice();
    const changed = (detail: Record<string, string[]>) =>
      inTransaction(the.needs.database, (tx) =>
        the.needs.audit.record(tx, {
          action: 'member-roles-changed',
          actor: 'system',
          subject: ben.id,
          record: { type: 'member', id: address.split('/').at(-1) ?? '' },
          detail,
        }),
      );
    const form = await browser.get(`${address}/roles`);
    const basis = /name="basis" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    await browser.post(`${address}/roles`, { roles: ['portal/deputy', 'supplies/order-clerk'], basis });
    await changed({ given: [], taken: ['old-service/keeper'] });
    const page = await browser.get(address);
    expect(page.text).toMatch(
      /Roles changed Taken: keeper .*Roles changed Given: Deputy main contact, Order entry clerk Who Amara Osei/,
    );
    expect(await problemsOfHtml(page.html)).toEqual([]);
    await inTransaction(the.needs.database, (tx) => destroyPersonKey(tx, ben.id));
    const later = await browser.get(address);
    expect(later.text).toContain('Roles changed');
    expect(later.text).not.toMatch(/Given:|Taken:/);
  });

  test('somebody of another practice, of another branch, or nobody at all is not found', async () => {
    const { the, browser, ben } = await atThePractice();
    await addBranch(the, 'Z90002001', practice);
    await addBranch(the, 'Z90002002', practice);
    const eve = await the.addPerson({ name: 'Eve Ford', roles: { Z90003: ['portal/member'] } });
    const finn = await the.addPerson({ name: 'Finn Gray', roles: { Z90002001: ['portal/deputy'] } });
    for (const address of [
      await addressOf(the, eve),
      await addressOf(the, finn, 'Z90002002'),
      `/organisations/${practice}/users/${the.needs.ids.next()}`,
      `/organisations/${practice}/users/x`,
    ])
      expect([address, (await browser.get(address)).status]).toEqual([address, 404]);
    expect((await browser.get(await addressOf(the, finn, 'Z90002001'))).status).toBe(200);
    const limited = the.browser();
    await logIn(limited, finn);
    expect((await limited.get(await addressOf(the, ben, 'Z90002001'))).status).toBe(404);
    expect((await limited.get(await addressOf(the, finn, 'Z90002001'))).status).toBe(200);
  });
});

test('whatever is put on a member’s record has words on their page', async () => {
  const about = /^(member|invitation|leaver)-/;
  const recorded = (await recordedActions()).filter((action) => about.test(action));
  expect(recorded.length).toBeGreaterThan(10);
  expect(
    recorded.filter((action) => !(action in personWords.en.events) && !elsewhere.includes(action)),
  ).toEqual([]);
});

/** Of accounts that nobody ever used: there is no member any more. */
const elsewhere = ['invitation-erased'];
