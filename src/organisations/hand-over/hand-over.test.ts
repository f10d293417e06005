import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';

const page = '/organisations/Z90002/handover';
const mailbox = 'front-desk@fern.example';

interface Practice {
  the: Portal;
  amara: AddedPerson & { browser: Browser };
  ben: AddedPerson & { browser: Browser };
}

/** A main contact, and a colleague who does some of the work; both are logged in. */
async function practice(
  bensRoles: readonly string[] = ['portal/member'],
  options: PortalOptions = { profile: 'primary-care' },
): Promise<Practice> {
  const the = await portal(options);
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: bensRoles } });
  await the.needs.database
    .updateTable('organisation')
    .set({ mailbox })
    .where('code', '=', 'Z90002')
    .execute();
  return { the, amara: await loggedIn(the, amara), ben: await loggedIn(the, ben) };
}

async function loggedIn(the: Portal, person: AddedPerson) {
  const browser = the.browser();
  await logIn(browser, person);
  return { ...person, browser };
}

async function memberOf({ needs }: Portal, person: AddedPerson): Promise<string> {
  const row = await needs.database
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', person.id)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function offer({ the, amara, ben }: Practice, afterwards = 'deputy') {
  await amara.browser.get(page);
  return amara.browser.post(page, { to: await memberOf(the, ben), afterwards });
}

async function answer({ ben }: Practice, said: 'yes' | 'no') {
  await ben.browser.get(page);
  return ben.browser.post(`${page}/answer`, { answer: said });
}

const rolesOf = async ({ needs }: Portal, person: AddedPerson) =>
  (
    await needs.database
      .selectFrom('membership')
      .select(['service', 'role'])
      .where('account_id', '=', person.id)
      .where('ended_at', 'is', null)
      .orderBy('service')
      .orderBy('role')
      .execute()
  ).map(({ service, role }) => `${service}/${role}`);

describe('[P7] handing over as main contact', () => {
  test('[P7] is offered and accepted: in one moment one is main contact instead of the other, who becomes deputy', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    const form = await amara.browser.get(page);
    expect(form.text).toContain('Ben Okoro (ben.okoro@practice.example)');
    const offered = await amara.browser.follow(await offer(run));
    expect(offered.text).toContain('We have asked your colleague');
    expect(await rolesOf(the, amara)).toEqual(['portal/main-contact']);
    const asked = await ben.browser.get(page);
    expect(asked.text).toContain('Amara Osei asks you to become main contact of Practice Z90002');
    const accepted = await ben.browser.follow(await answer(run, 'yes'));
    expect(accepted.text).toContain('You are now main contact');
    expect(await rolesOf(the, ben)).toEqual(['portal/main-contact', 'portal/member']);
    expect(await rolesOf(the, amara)).toEqual(['portal/deputy']);
    expect((await amara.browser.get('/organisations/Z90002/users')).status).toBe(200);
  });

  test('[P7] both are told, and the deputies and the practice’s own mailbox too; the email holds no secret', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    const cara = await the.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/deputy'] } });
    await offer(run);
    const [asked] = await the.inbox(ben.email);
    expect(asked?.subject).toBe('Will you become main contact of Practice Z90002?');
    expect(asked?.links).toContain(`http://localhost:3000${page}`);
    the.clock.advance(minutes(1));
    await answer(run, 'yes');
    expect((await the.inbox(ben.email))[0]?.subject).toBe('You are now main contact of Practice Z90002');
    const [former] = await the.inbox(amara.email);
    expect(former?.subject).toBe('You are no longer main contact of Practice Z90002');
    for (const said of ['Ben Okoro is main contact now', 'Deputy main contact'])
      expect(former?.text).toContain(said);
    for (const other of [cara.email, mailbox])
      expect((await the.inbox(other))[0]?.subject).toBe('Practice Z90002 has a new main contact');
  });

  test('a colleague declines, and nothing changes', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    await offer(run);
    const slip = await ben.browser.post(`${page}/answer`, {});
    expect([slip.status, slip.text]).toEqual([
      422,
      expect.stringContaining('Select whether you want to become main contact'),
    ]);
    const said = await ben.browser.follow(await answer(run, 'no'));
    expect(said.text).toContain('You have declined');
    expect(await rolesOf(the, amara)).toEqual(['portal/main-contact']);
    expect((await the.inbox(amara.email))[0]?.subject).toBe('Your offer at Practice Z90002 was declined');
    expect((await amara.browser.get(page)).text).toContain('Who should become main contact?');
  });

  test('an offer is taken back, and cannot be accepted any more', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    await offer(run);
    await ben.browser.get(page);
    the.clock.advance(minutes(1));
    await amara.browser.get(page);
    const taken = await amara.browser.follow(await amara.browser.post(`${page}/withdraw`));
    expect(taken.text).toContain('You have taken the offer back');
    const late = await ben.browser.post(`${page}/answer`, { answer: 'yes' });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('was answered or ran out')]);
    expect((await the.inbox(ben.email))[0]?.subject).toBe('The offer at Practice Z90002 was taken back');
  });

  test('an offer runs out after its time, both hear of it, and another can be made', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    await offer(run);
    the.clock.advance(the.settings.organisations.handoverLife);
    await the.runDue();
    for (const { email } of [amara, ben])
      expect((await the.inbox(email))[0]?.subject).toBe('The offer at Practice Z90002 ran out');
    await logIn(amara.browser, amara);
    expect((await offer(run)).location).toContain('done=offered');
  });

  test('whoever comes from a colleague’s page has chosen them already', async () => {
    const { the, amara, ben } = await practice();
    const to = await memberOf(the, ben);
    const shown = await amara.browser.get(`${page}?to=${to}`);
    expect(shown.html).toMatch(new RegExp(`value="${to}"[^>]*checked|checked[^>]*value="${to}"`));
  });

  test('only one colleague is asked at a time', async () => {
    const run = await practice();
    await offer(run);
    const again = await offer(run);
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('You have already asked a colleague'),
    ]);
  });

  test('whoever wishes keeps only the roles that give nobody access', async () => {
    const run = await practice();
    const { the, amara } = run;
    const { id } = await the.needs.database
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', amara.id)
      .executeTakeFirstOrThrow();
    for (const role of ['administrator', 'view-claims'])
      await the.needs.database
        .insertInto('member_role')
        .values({ member_id: id, service: 'payments', role, given_at: the.clock.now() })
        .execute();
    await offer(run, 'task-roles');
    await answer(run, 'yes');
    expect(await rolesOf(the, amara)).toEqual(['payments/view-claims']);
  });

  test('as many deputies as there may be stay as many: a new one too many keeps the other roles', async () => {
    const run = await practice();
    const { the, amara } = run;
    for (const name of ['Cara Nwosu', 'Dai Rees', 'Eve Stone', 'Fay Moss'])
      await the.addPerson({ name, roles: { Z90002: ['portal/deputy'] } });
    await offer(run);
    await answer(run, 'yes');
    expect(await rolesOf(the, amara)).toEqual([]);
    expect((await the.inbox(amara.email))[0]?.text).toContain('You have no other role there');
  });

  test('a deputy who accepts is no deputy any more, so that the former main contact can be one', async () => {
    const run = await practice(['portal/deputy']);
    const { the, amara, ben } = run;
    for (const name of ['Cara Nwosu', 'Dai Rees', 'Eve Stone'])
      await the.addPerson({ name, roles: { Z90002: ['portal/deputy'] } });
    await offer(run);
    await answer(run, 'yes');
    expect([await rolesOf(the, amara), await rolesOf(the, ben)]).toEqual([
      ['portal/deputy'],
      ['portal/main-contact'],
    ]);
  });

  test('a practice with nobody else says whom to add first', async () => {
    const the = await portal({ profile: 'primary-care' });
    const amara = await loggedIn(the, await the.addPerson({ mainContactOf: 'Z90002' }));
    const shown = await amara.browser.get(page);
    expect(shown.text).toContain('There is nobody to ask');
    expect(shown.html).toContain('href="/organisations/Z90002/users/new"');
  });
});

describe('who proves themselves again', () => {
  test('an old session gives the password again before it offers, and before it accepts', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    await offer(run);
    await ben.browser.get(page);
    the.clock.advance(minutes(15));
    const accepted = await ben.browser.post(`${page}/answer`, { answer: 'yes' });
    expect(accepted.location).toMatch(/^\/account\/confirm/);
    expect((await amara.browser.get(page)).location).toMatch(/^\/account\/confirm/);
    expect(await rolesOf(the, amara)).toEqual(['portal/main-contact']);
  });

  test('a form that lost its token keeps what was chosen', async () => {
    const run = await practice();
    const { the, amara, ben } = run;
    await amara.browser.get(page);
    amara.browser.forgetToken();
    const to = await memberOf(the, ben);
    const again = await amara.browser.post(page, { to, afterwards: 'task-roles' });
    expect(again.html).toMatch(new RegExp(`value="${to}"[^>]*checked|checked[^>]*value="${to}"`));
  });
});

test('a main contact of long ago has nothing to hand over', async () => {
  const run = await practice();
  const { the, amara } = run;
  await offer(run);
  await answer(run, 'yes');
  await amara.browser.get('/organisations/Z90002');
  const tried = await amara.browser.post(page, { to: await memberOf(the, run.ben), afterwards: 'deputy' });
  expect(tried.status).toBe(403);
});
