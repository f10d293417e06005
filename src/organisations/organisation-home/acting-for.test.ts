import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { holdOrganisation } from '../places/organisation.store.ts';

/** Amara is main contact of one practice, where she acted last, and works in another. */
async function atTwo() {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: 'Z90002', roles: { Z90003: ['payments/view-claims'] } });
  await the.needs.database
    .updateTable('account')
    .set({ last_organisation_id: await idOf(the, 'Z90002') })
    .where('id', '=', amara.id)
    .execute();
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, browser };
}

const actsFor = (html: string) =>
  /You act for[\s\S]*?<a [^>]*href="([^"]*)"[^>]*>([^<]*)</.exec(html)?.slice(1) ?? [];

const idOf = async ({ needs }: Portal, code: string) =>
  (
    await needs.database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
  ).id;

describe('acting for one of several', () => {
  test('[P16] the organisation in the address wins, so that two tabs in two practices never mix', async () => {
    const { the, browser } = await atTwo();
    for (const code of ['Z90002', 'Z90003', 'Z90002', 'Z90003']) {
      const page = await browser.get(`/organisations/${code}`);
      expect([page.status, actsFor(page.html)]).toEqual([
        200,
        [`/organisations/${code}`, `Practice ${code}`],
      ]);
    }
    expect(actsFor((await browser.get('/organisations/z90002/users')).html)[1]).toBe('Practice Z90002');
    expect(actsFor((await browser.get('/account')).html)[1]).toBe('Practice Z90002');
    await browser.get('/account/access/switch');
    await browser.post('/account/access/switch', { organisation: await idOf(the, 'Z90003') });
    expect(actsFor((await browser.get('/account')).html)[1]).toBe('Practice Z90003');
    expect(actsFor((await browser.get('/organisations/Z90002/users')).html)[1]).toBe('Practice Z90002');
  });

  test('[P16] at a branch the header names the practice, or the branch for who is limited to it', async () => {
    const { the, browser } = await atTwo();
    await addBranch(the, 'Z90002001', 'Z90002');
    const finn = await the.addPerson({ name: 'Finn Gray', roles: { Z90002001: ['portal/member'] } });
    const limited = the.browser();
    await logIn(limited, finn);
    const branch = '/organisations/Z90002001';
    expect(actsFor((await browser.get(branch)).html)[1]).toBe('Practice Z90002');
    expect(actsFor((await limited.get(branch)).html)[1]).toBe('Branch Z90002001');
  });

  test('[P16] an address of an organisation that is not theirs changes nothing about where they act', async () => {
    const { the, browser } = await atTwo();
    await the.addPerson({ name: 'Eve Ford', mainContactOf: 'Z90004' });
    const page = await browser.get('/organisations/Z90004');
    expect([page.status, actsFor(page.html)[1]]).toEqual([403, 'Practice Z90002']);
    expect(page.text).not.toContain('Z90004');
  });

  test('[P16] changing on a page of one organisation leads to the same page of the other, or its first', async () => {
    const { the, browser } = await atTwo();
    const page = await browser.get('/organisations/Z90002/users?find=x');
    const next = '/organisations/mine?page=users';
    expect(page.html).toContain(`href="/account/access/switch?next=${encodeURIComponent(next)}"`);
    await browser.get('/account/access/switch');
    const there = await browser.post('/account/access/switch', {
      organisation: await idOf(the, 'Z90003'),
      next,
    });
    expect(there.location).toBe(next);
    expect((await browser.get(next)).location).toBe('/organisations/Z90003');
    await browser.post('/account/access/switch', { organisation: await idOf(the, 'Z90002'), next });
    expect((await browser.get(next)).location).toBe('/organisations/Z90002/users');
    for (const odd of ['?page=__proto__', '?page=a&page=b', ''])
      expect((await browser.get(`/organisations/mine${odd}`)).location).toBe('/organisations/Z90002');
  });

  test('[P16] who belongs nowhere is led to where that is said', async () => {
    const the = await portal({ profile: 'primary-care' });
    const browser = the.browser();
    await logIn(browser, await the.addPerson());
    expect((await browser.get('/organisations/mine')).location).toBe('/account/access');
    expect((await the.browser().get('/organisations/mine')).location).toContain('/log-in');
  });
});

describe('last use here', () => {
  const lastUse = async (the: Portal, { id }: AddedPerson, code: string) =>
    (
      await the.needs.database
        .selectFrom('member')
        .select('last_used_at as at')
        .where('account_id', '=', id)
        .where('organisation_id', '=', await idOf(the, code))
        .executeTakeFirstOrThrow()
    ).at;

  test('[P18] is noted for the organisation that is used, and for no other', async () => {
    const { the, amara, browser } = await atTwo();
    await browser.get('/account');
    expect(await lastUse(the, amara, 'Z90002')).toEqual(the.clock.now());
    expect(await lastUse(the, amara, 'Z90003')).toBeNull();
    await browser.get('/organisations/Z90003');
    expect(await lastUse(the, amara, 'Z90003')).toEqual(the.clock.now());
    expect((await browser.get('/organisations/Z90002/users')).text).toContain('Last use here 2 March 2026');
  });

  test('is written once an hour and not by every page', async () => {
    const { the, amara, browser } = await atTwo();
    await browser.get('/account');
    const first = the.clock.now();
    the.workDone();
    await browser.get('/privacy');
    expect(the.workDone().statements).toHaveLength(1);
    the.clock.advance(minutes(20));
    await browser.get('/privacy');
    expect(await lastUse(the, amara, 'Z90002')).toEqual(first);
    for (let wait = 0; wait < 2; wait += 1) {
      the.clock.advance(minutes(25));
      await browser.get('/privacy');
    }
    expect(await lastUse(the, amara, 'Z90002')).toEqual(the.clock.now());
    expect(the.clock.now().getTime() - first.getTime()).toBeGreaterThan(hours(1));
    the.clock.advance(days(1));
  });

  test('waits for nobody who changes the person or the practice at that moment', async () => {
    const { the, amara, browser } = await atTwo();
    const { database } = the.needs;
    const status = await inTransaction(database, async (tx) => {
      await holdOrganisation(tx, (await idOf(the, 'Z90002')) as never);
      await tx
        .updateTable('member')
        .set({ job_title: 'Manager' })
        .where('account_id', '=', amara.id)
        .execute();
      return (await browser.get('/account')).status;
    });
    expect(status).toBe(200);
  });
});
