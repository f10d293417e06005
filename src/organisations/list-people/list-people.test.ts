import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { applyRoles } from '../roles/apply-roles.ts';

const practice = 'Z90002';
const users = `/organisations/${practice}/users`;

/** Amara looks after Ben and Cerys, and Dara was removed. */
async function atThePractice() {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: practice });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { [practice]: ['payments/view-claims'] } });
  const cerys = await the.addPerson({ name: 'Cerys Pugh', roles: { [practice]: ['portal/member'] } });
  const dara = await the.addPerson({ name: 'Dara Flynn', roles: { [practice]: ['portal/member'] } });
  await change(the, dara.id, {
    state: 'removed',
    ended_at: the.clock.now(),
    ended_by: amara.id,
    ended_because: 'security',
  });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, ben, cerys, dara, browser };
}

/** As other pages do it: the row, and what follows from it. */
async function change(the: Portal, account: string, to: object) {
  await inTransaction(the.needs.database, async (tx) => {
    const { id } = await tx
      .updateTable('member')
      .set(to)
      .where('account_id', '=', account)
      .returning('id')
      .executeTakeFirstOrThrow();
    await applyRoles(the.needs, tx, id as never, { by: null, because: 'roles-changed' });
  });
}

const rowsOf = (html: string) =>
  [...html.matchAll(/<tr class="nhsuk-table__row"[^>]*>([\s\S]*?)<\/tr>/g)]
    .slice(1)
    .map(([, row]) => /<a href="[^"]*">([^<]*)<\/a>/.exec(row ?? '')?.[1]);

describe('the people of an organisation', () => {
  test('[P12 P13] are listed with state, roles and who added them, and those who were removed apart', async () => {
    const { browser } = await atThePractice();
    const page = await browser.get(users);
    expect(page.status).toBe(200);
    expect(rowsOf(page.html)).toEqual(['Amara Osei', 'Ben Okoro', 'Cerys Pugh']);
    for (const shown of ['Everybody with access or invited (3)', 'Removed (1)', 'View claims', 'Active'])
      expect(page.text).toContain(shown);
    expect(page.text).not.toContain('Dara Flynn');
    expect(await problemsOfHtml(page.html)).toEqual([]);
    const removed = await browser.get(`${users}?state=removed`);
    expect(rowsOf(removed.html)).toEqual(['Dara Flynn']);
    expect(removed.text).toContain('By Amara Osei Why Security concern Roles they had Member');
    expect(await problemsOfHtml(removed.html)).toEqual([]);
  });

  test('[P13] are found by name, address, role, state and branch, and odd searches find everybody', async () => {
    const { browser } = await atThePractice();
    const all = ['Amara Osei', 'Ben Okoro', 'Cerys Pugh'];
    const searches: Record<string, string[]> = {
      'find=CERYS': ['Cerys Pugh'],
      'find=ben.okoro%40practice': ['Ben Okoro'],
      'find=oko+b': ['Ben Okoro'],
      'find=100%25': [],
      'role=payments/view-claims': ['Ben Okoro'],
      'role=portal/member&state=active': ['Cerys Pugh'],
      'state=invited': [],
      'branch=whole': all,
      'sort=added': all,
      'page=9': all,
      'role=no/such&state=__proto__&sort=x&page=-4': all,
    };
    for (const [query, names] of Object.entries(searches)) {
      const page = await browser.get(`${users}?${query}`);
      expect([query, page.status, rowsOf(page.html).sort()]).toEqual([query, 200, names]);
      if (names.length === 0) expect(page.text).toContain('Nobody fits this search');
    }
  });

  test('[P13] come fifty a page, in order, with the search kept from page to page', async () => {
    const { the, browser } = await atThePractice();
    for (let number = 10; number < 65; number += 1)
      await the.addPerson({ name: `Person ${number}`, roles: { [practice]: ['portal/member'] } });
    const first = await browser.get(`${users}?find=person`);
    expect(rowsOf(first.html)).toHaveLength(50);
    expect(first.text).toContain('People 1 to 50 of 55');
    expect(first.html).toContain(`href="${users}?find=person&amp;page=2"`);
    const second = await browser.get(`${users}?find=person&page=2`);
    expect(rowsOf(second.html)).toEqual(['Person 60', 'Person 61', 'Person 62', 'Person 63', 'Person 64']);
  });

  test('[P13] who is alone is told how to add others', async () => {
    const the = await portal({ profile: 'primary-care' });
    const amara = await the.addPerson({ mainContactOf: practice });
    const browser = the.browser();
    await logIn(browser, amara);
    const page = await browser.get(users);
    expect(page.text).toContain('There is nobody here but you');
    expect(page.html).toContain(`href="${users}/new"`);
    expect((await browser.get(`${users}?state=removed`)).text).toContain('Nobody was removed');
  });

  test('[P13 P14] somebody on leave, and whose end date is set, are shown with their day', async () => {
    const { the, ben, cerys, browser } = await atThePractice();
    await change(the, ben.id, { state: 'on-leave', returns_on: '2026-04-01' });
    await change(the, cerys.id, { ends_on: '2026-03-31' });
    const page = await browser.get(users);
    for (const shown of ['On leave Back on 1 April 2026', 'Active Ends on 31 March 2026'])
      expect(page.text).toContain(shown);
  });
});

describe('who may see them', () => {
  test('[P13] who has no administrator’s role is refused, and so is who has none there', async () => {
    const { the, ben } = await atThePractice();
    const other = await the.addPerson({ name: 'Eve Ford', mainContactOf: 'Z90003' });
    for (const person of [ben, other]) {
      const browser = the.browser();
      await logIn(browser, person);
      expect((await browser.get(users)).status).toBe(403);
      expect((await browser.get(`${users}/${the.needs.ids.next()}`)).status).toBe(403);
      await browser.get('/account');
      expect((await browser.post(`${users}.csv`)).status).toBe(403);
    }
    expect((await the.browser().get(users)).location).toContain('/log-in');
  });

  test('[P13] a branch shows its own people, and the whole practice’s to whoever looks after that', async () => {
    const { the, browser } = await atThePractice();
    await addBranch(the, 'Z90002001', practice);
    const branch = '/organisations/Z90002001/users';
    const own = await the.addPerson({ name: 'Finn Gray', roles: { Z90002001: ['portal/deputy'] } });
    const seen = await browser.get(branch);
    expect(rowsOf(seen.html)).toEqual(['Amara Osei', 'Ben Okoro', 'Cerys Pugh', 'Finn Gray']);
    expect(seen.text).toContain('Branch Branch Z90002001 (Z90002001)');
    expect(rowsOf((await browser.get(`${users}?branch=Z90002001`)).html)).toEqual(['Finn Gray']);
    const limited = the.browser();
    await logIn(limited, own);
    expect(rowsOf((await limited.get(branch)).html)).toEqual(['Finn Gray']);
    expect((await limited.get(users)).status).toBe(403);
  });
});

describe('the list as a file', () => {
  test('[P13] holds those who fit, runs nothing in a spreadsheet, and is put on record', async () => {
    const { the, amara, browser } = await atThePractice();
    const evil = '=HYPERLINK("http://x")';
    await the.addPerson({ name: 'Eve Ford', roles: { [practice]: ['portal/member'] } });
    await the.needs.database
      .updateTable('account')
      .set({ full_name: evil })
      .where('full_name', '=', 'Eve Ford')
      .execute();
    await browser.get(users);
    const file = await browser.post(`${users}.csv`, { role: 'portal/member' });
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.headers['content-disposition']).toBe('attachment; filename="users-Z90002-2026-03-02.csv"');
    const lines = file.html.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"Name","Email address","State"/);
    expect(
      lines
        .slice(1, -1)
        .map((line) => line.split(',')[0])
        .sort(),
    ).toEqual(['"\'=HYPERLINK(""http://x"")"', '"Cerys Pugh"']);
    const record = await the.needs.database
      .selectFrom('audit_event')
      .select(['action', 'actor_id'])
      .where('action', '=', 'people-downloaded')
      .execute();
    expect(record).toEqual([{ action: 'people-downloaded', actor_id: amara.id }]);
  });
});
