import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import {
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { days } from '../../kernel/duration.ts';
import { watchClosuresWork } from '../close-organisation/watch-closures.ts';

const home = `/organisations/${practiceCode}`;
const branch = `${practiceCode}001`;

async function withBen() {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const { id } = await memberOf(run, ben.person);
  return { run, amara, ben, address: `${home}/users/${id}` };
}

const remove = { because: 'security', note: 'Took papers home' };

describe('a page of an organisation where one’s access is over', () => {
  test('[P12] says when it ended and where to look and ask again, and neither why nor who did it', async () => {
    const { amara, ben, address } = await withBen();
    await amara.browser.get(`${address}/remove`);
    await amara.browser.post(`${address}/remove`, remove);
    for (const path of [home, `${home}/users`, `${home}/leavers`, '/organisations/z90002']) {
      const page = await ben.browser.get(path);
      expect(page.status).toBe(403);
      expect(page.text).toContain(`Your access to Practice ${practiceCode} ended on 2 March 2026`);
      expect(page.html).toContain('href="/account/access"');
      expect(page.html).toContain(`href="/register-organisation/${practiceCode}/access"`);
      expect(page.text).not.toMatch(/security|papers|Amara/i);
      expect(await problemsOfHtml(page.html)).toEqual([]);
    }
    expect((await ben.browser.get(`/register-organisation/${practiceCode}/access`)).status).toBe(200);
  });

  test('[P12] who is on leave reads until when, and is not told to ask for access', async () => {
    const { amara, ben, address } = await withBen();
    await amara.browser.get(`${address}/leave`);
    await amara.browser.post(`${address}/leave`, {
      'returnsOn-day': '1',
      'returnsOn-month': '4',
      'returnsOn-year': '2026',
    });
    const page = await ben.browser.get(home);
    expect(page.status).toBe(403);
    expect(page.text).toContain('paused until 1 April 2026');
    expect(page.html).not.toContain('/register-organisation/');
    expect(await problemsOfHtml(page.html)).toEqual([]);
  });

  test('[P12 P16] who is limited to a branch now reads it of the practice, and is led to its main contact', async () => {
    const { run, amara, ben, address } = await withBen();
    await addBranch(run, branch, practiceCode);
    const form = await amara.browser.get(`${address}/details`);
    const typed = Object.fromEntries(
      [...form.html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        (value ?? '').replaceAll('&quot;', '"'),
      ]),
    );
    const branchId = await organisationId(run, branch);
    expect((await amara.browser.post(`${address}/details`, { ...typed, branchId })).status).toBe(303);
    const page = await ben.browser.get(home);
    expect(page.text).toContain(`Your access to Practice ${practiceCode} ended on 2 March 2026`);
    expect(page.text).toContain('You still have access elsewhere at this practice');
    expect((await ben.browser.get(`/organisations/${branch}`)).status).toBe(200);
  });

  test('[P12] once the time to look at a closed practice is over, its people read that it closed', async () => {
    const { run, ben } = await withBen();
    const { database } = run.needs;
    const closed = { status: 'closed', closed_on: '2026-03-01' } as const;
    await database.updateTable('organisation').set(closed).where('code', '=', practiceCode).execute();
    const { runDue } = watchClosuresWork(run.needs);
    await runDue(run.clock.now());
    run.clock.advance(days(100));
    await runDue(run.clock.now());
    const browser = run.browser();
    await logIn(browser, ben.person);
    const page = await browser.get(home);
    expect(page.status).toBe(403);
    expect(page.text).toContain('The organisation has closed');
    expect(page.html).not.toContain('/register-organisation/');
  });

  test('[P12] who has their access back reads their page again', async () => {
    const { amara, ben, address } = await withBen();
    await amara.browser.get(`${address}/remove`);
    await amara.browser.post(`${address}/remove`, remove);
    expect((await ben.browser.get(home)).status).toBe(403);
    await amara.browser.get(`${address}/undo`);
    await amara.browser.post(`${address}/undo`);
    expect((await ben.browser.get(home)).status).toBe(200);
    const people = await ben.browser.get(`${home}/users`);
    expect(people.text).toContain('You cannot use this page with this account');
    expect(people.text).not.toContain('ended on');
  });
});
