import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';

const practice = 'Z90002';
const home = `/organisations/${practice}`;

test('[P16] everybody with a role reads what it allows; only administrators are led to the people', async () => {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: practice });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { [practice]: ['payments/view-claims'] } });
  const [main, clerk] = [the.browser(), the.browser()];
  await logIn(main, amara);
  await logIn(clerk, ben);
  const [hers, his] = [await main.get(home), await clerk.get(home)];
  expect(hers.html).toContain(`href="${home}/users"`);
  expect(hers.text).toContain('2 active people');
  expect(his.text).toContain('Sees claims and their state.');
  expect(hers.html).toContain(`href="${home}/review"`);
  for (const place of ['requests', 'handover']) expect(hers.html).toContain(`href="${home}/${place}"`);
  for (const place of ['users', 'review', 'requests', 'handover'])
    expect(his.html).not.toContain(`${home}/${place}`);
  expect(his.html).toContain(`href="${home}/leavers"`);
  for (const page of [hers, his]) expect(await problemsOfHtml(page.html)).toEqual([]);
});

test('[P16] a practice leads to its branches, and a branch to its practice for who may act there', async () => {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: practice });
  await addBranch(the, 'Z90002001', practice);
  const finn = await the.addPerson({ name: 'Finn Gray', roles: { Z90002001: ['portal/member'] } });
  const [main, limited] = [the.browser(), the.browser()];
  await logIn(main, amara);
  await logIn(limited, finn);
  expect((await main.get(home)).html).toContain('href="/organisations/Z90002001"');
  expect((await main.get('/organisations/Z90002001')).html).toContain(`href="${home}"`);
  expect((await limited.get('/organisations/Z90002001')).status).toBe(200);
  expect((await limited.get(home)).status).toBe(403);
  expect((await main.get('/organisations/Z90009')).status).toBe(404);
});

test('[P12] once a practice has closed its people can look, and change nothing', async () => {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: practice });
  const { database } = the.needs;
  const closed = { status: 'closed', closed_on: '2026-03-01' } as const;
  await database.updateTable('organisation').set(closed).where('code', '=', practice).execute();
  const { id } = await database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', practice)
    .executeTakeFirstOrThrow();
  const closure = { organisation_id: id, closed_on: '2026-03-01', read_only_until: '2026-05-30' };
  await database.insertInto('closure').values(closure).execute();
  const browser = the.browser();
  await logIn(browser, amara);
  for (const address of [home, `${home}/users`]) {
    const page = await browser.get(address);
    expect(page.text).toContain('look at everything here until 30 May 2026, and change nothing');
    expect(page.html).not.toContain('/users/new');
    expect(page.text).not.toContain('add, change or remove');
  }
  expect((await browser.get(home)).text).toContain(
    'You can look at the list, and download it, until 30 May 2026. Nothing can be changed.',
  );
  await browser.get(`${home}/users`);
  const file = await browser.post(`${home}/users.csv`);
  expect([file.status, file.text]).toEqual([200, expect.stringContaining(amara.email)]);
});
