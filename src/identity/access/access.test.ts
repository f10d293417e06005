import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { addMembership, endMemberships } from '../membership.store.ts';

/** Amara is main contact of A, and works for B and C since a day later each. */
async function atThree(options: { codes?: string[] } = {}) {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const colleague = await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'B81002' });
  for (const code of options.codes ?? ['B81002', 'C81003']) {
    the.clock.advance(days(1));
    await work(the, amara, code, colleague.id);
  }
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, colleague, browser };
}

async function work(the: Portal, person: AddedPerson, code: string, givenBy: AccountId | null) {
  const { database, ids, clock } = the.needs;
  await inTransaction(database, async (tx) => {
    const known = await tx
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    const id = (known?.id as OrganisationId | undefined) ?? ids.next<'organisation'>();
    if (!known)
      await tx
        .insertInto('organisation')
        .values({ id, code, kind: 'practice', name: `Practice ${code}`, status: 'active' })
        .execute();
    const role = { accountId: person.id, organisationId: id, service: 'portal', role: 'receptionist' };
    await addMembership(tx, ids, { ...role, givenBy, now: clock.now() });
  });
}

async function leave(the: Portal, person: AddedPerson, code: string) {
  const { database, clock } = the.needs;
  await inTransaction(database, async (tx) => {
    const organisationId = await idOf(the, code);
    const ended = { accountId: person.id, organisationId, service: 'portal', endedBy: null };
    await endMemberships(tx, { ...ended, reason: 'Took a post elsewhere.', now: clock.now() });
  });
}

const idOf = async ({ needs }: Portal, code: string) =>
  (
    await needs.database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
  ).id as OrganisationId;

const header = (html: string): string =>
  (/<header[\s\S]*?<\/header>/.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of one’s organisations', () => {
  test('[P16] says where one may act, in which role, since when and by whom', async () => {
    const { the, amara, browser } = await atThree();
    const gwen = await atTheDesk(the);
    await work(the, amara, 'D81004', gwen.id);
    const { text } = await browser.get('/account/access');
    expect(text).toContain(
      'Practice A81001 (A81001) Role Main contact Looks after everybody who has access, and names deputies. Since 2 March 2026 Given by Not recorded',
    );
    expect(text).toContain(
      'Practice B81002 (B81002) Role Receptionist Since 3 March 2026 Given by Ben Okoro',
    );
    expect(text).toMatch(/Practice D81004 \(D81004\) .* Given by Support /);
    expect(text).not.toContain('Gwen');
  });

  test('says of a branch whose it is', async () => {
    const { the, browser } = await atThree();
    await the.needs.database
      .updateTable('organisation')
      .set({ kind: 'branch', parent_id: await idOf(the, 'A81001') })
      .where('code', '=', 'C81003')
      .execute();
    expect((await browser.get('/account/access')).text).toContain('(C81003) Branch of Practice A81001');
  });

  test('access that ended stands apart with its dates, and never says why it ended', async () => {
    const { the, amara, browser } = await atThree();
    await leave(the, amara, 'B81002');
    const { text } = await browser.get('/account/access');
    const past = text.slice(text.indexOf('Access that has ended'));
    expect(past).toContain('Practice B81002 (B81002) Role Receptionist From 3 March 2026 Until 4 March 2026');
    expect(text).not.toContain('Took a post elsewhere');
  });

  test('[P19] who belongs nowhere is shown how to register, and how to ask for access', async () => {
    const the = await portal();
    const person = await the.addPerson();
    const browser = the.browser();
    await logIn(browser, person);
    const page = await browser.get('/account/access');
    expect(page.text).toContain('You belong to no organisation');
    expect(page.html).toContain('href="/register-organisation?to=ask"');
    expect(page.html).not.toContain('/account/access/switch');
  });
});

describe('acting for one of several', () => {
  test('[P16] with one organisation there is nothing to choose, and the header names it', async () => {
    const { browser } = await atThree({ codes: [] });
    const page = await browser.get('/');
    expect(header(page.html)).toContain('You act for Practice A81001');
    expect(page.html).not.toContain('/account/access/switch');
    expect((await browser.get('/account/access/switch')).text).toContain('there is nothing to choose');
  });

  test('[P16] the header leads to the choice from any page, and back to that page', async () => {
    const { the, browser } = await atThree();
    const home = await browser.get('/?from=here');
    expect(header(home.html)).toContain('You act for Practice A81001 Change organisation');
    const next = '/?from=here';
    expect(home.html).toContain(`href="/account/access/switch?next=${encodeURIComponent(next)}"`);
    const choice = await browser.get(`/account/access/switch?next=${encodeURIComponent(next)}`);
    expect(choice.text).toContain('Which organisation do you act for?');
    const organisation = await idOf(the, 'B81002');
    const switched = await browser.post('/account/access/switch', { organisation, next });
    expect([switched.status, switched.location]).toEqual([303, next]);
    expect(header((await browser.get('/')).html)).toContain('You act for Practice B81002');
  });

  test('[P16] another browser stays where it is, and the next log in begins where the last choice was', async () => {
    const { the, amara, browser } = await atThree();
    const other = the.browser();
    await logIn(other, amara);
    await browser.get('/account/access/switch');
    await browser.post('/account/access/switch', { organisation: await idOf(the, 'C81003') });
    expect(header((await other.get('/')).html)).toContain('You act for Practice A81001');
    const later = the.browser();
    await logIn(later, amara);
    expect(header((await later.get('/')).html)).toContain('You act for Practice C81003');
  });

  test('[P12 P16] access that ends is acted under no more from the next request on', async () => {
    const { the, amara, browser } = await atThree({ codes: ['B81002'] });
    await browser.get('/account/access/switch');
    await browser.post('/account/access/switch', { organisation: await idOf(the, 'B81002') });
    await leave(the, amara, 'B81002');
    expect(header((await browser.get('/')).html)).toContain('You act for Practice A81001');
    await leave(the, amara, 'A81001');
    expect(header((await browser.get('/')).html)).not.toContain('You act for');
  });

  test('many are searched by name or unique ID', async () => {
    const codes = Array.from({ length: 12 }, (_, at) => `Y${81100 + at}`);
    const { browser } = await atThree({ codes });
    const found = await browser.get('/account/access/switch?find=y81105&next=/contact');
    expect(found.text).toContain('Practice Y81105 (Y81105)');
    expect(found.text).not.toContain('Y81106');
    expect(found.html).toContain('name="next" value="/contact"');
    expect((await browser.get('/account/access/switch?find=nowhere')).text).toContain(
      'None of your organisations fits “nowhere”',
    );
  });

  test('the choice costs no statement more on any page', async () => {
    const { the, browser } = await atThree();
    await browser.get('/');
    the.workDone();
    await browser.get('/privacy');
    expect(the.workDone().statements).toHaveLength(1);
  });

  test('staff act for nobody at the desk', async () => {
    const { the } = await atThree();
    const gwen = await atTheDesk(the);
    expect(header((await gwen.desk.get('/desk')).html)).not.toContain('You act for');
  });
});
