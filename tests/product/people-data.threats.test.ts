import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../support/at-the-desk.ts';
import { codeOf, invite, linkOf, secretOf } from '../support/invited-people.ts';
import { atTheFiles } from '../support/people-files.ts';
import { logged, memberOf, practiceCode, practiceWithMainContact } from '../support/people-here.ts';

const clerk = { [practiceCode]: ['supplies/order-clerk'] };
const users = `/organisations/${practiceCode}/users`;

describe('[P12] who was removed keeps their later life to themselves', () => {
  test('a new name and address of theirs never show where they were removed, on no page, file or search', async () => {
    const { run, amara } = await practiceWithMainContact();
    const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
    const { id } = await memberOf(run, ben);
    await amara.browser.get(`${users}/${id}/remove`);
    await amara.browser.post(`${users}/${id}/remove`, { because: 'left', note: '' });
    expect((await memberOf(run, ben)).state).toBe('removed');
    const { database } = run.needs;
    await database
      .updateTable('account')
      .set({ full_name: 'Benedict Newlife' })
      .where('id', '=', ben.id)
      .execute();
    const moved = { typed: 'ben@elsewhere.example', canonical: 'ben@elsewhere.example' };
    await database.updateTable('account_email').set(moved).where('account_id', '=', ben.id).execute();
    const seen = [
      await amara.browser.get(`${users}?state=removed`),
      await amara.browser.get(`${users}/${id}`),
      await amara.browser.get(`${users}/${id}/undo`),
      await amara.browser.post(`${users}.csv`, { state: 'removed' }),
    ];
    for (const page of seen) {
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/Newlife|elsewhere\.example/);
      expect(page.html).toContain('Ben Okoro');
    }
    for (const find of ['newlife', 'elsewhere.example'])
      expect((await amara.browser.get(`${users}?state=removed&find=${find}`)).text).toContain('Nobody fits');
    expect((await amara.browser.get(`${users}?state=removed&find=ben.okoro`)).text).toContain('Ben Okoro');
  });
});

const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="x`;

/** Wherever something that somebody typed, or was called, is kept. */
const typed: Record<string, readonly string[]> = {
  account: ['full_name'],
  organisation: ['name'],
  member: ['full_name', 'job_title', 'phone', 'ended_note'],
  access_request: ['full_name', 'note'],
  main_contact_request: ['full_name', 'authoriser_name', 'phone', 'objection', 'authoriser_note'],
  leaver_report: ['leaver_name', 'said_by_name', 'note'],
};

test('markup runs on no page about people, for those who look after them, staff or visitors', async () => {
  const { run, amara } = await practiceWithMainContact();
  const { database, clock } = run.needs;
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
  const cora = await run.addPerson({ name: 'Cora Pugh', roles: clerk });
  const invited = await invite(run, { email: 'new@fern.example', fullName: 'New Person' });
  const link = await linkOf(run, 'new@fern.example');
  const visitor = run.browser();
  const outside = '/register-organisation/Z90002';
  const dai = { fullName: 'Dai Ell', email: 'dai@fern.example' };
  await visitor.get(`${outside}/access`);
  await visitor.post(`${outside}/access`, { ...dai, note: '' });
  const authorised = { authoriser: 'caldicott-guardian', authoriserName: 'Dr Ines Vale' };
  const asked = { ...dai, why: 'left', phone: '01632 960 777', ...authorised };
  await visitor.post(`${outside}/main-contact`, asked);
  await visitor.post(`${outside}/left`, { leaver: 'Dai Ell', saidBy: 'Me', note: '' });
  const removed = (await memberOf(run, cora)).id;
  await amara.browser.get(`${users}/${removed}/remove`);
  await amara.browser.post(`${users}/${removed}/remove`, { because: 'other', note: 'A note' });
  const now = clock.now();
  const said = { objection: 'No', objected_at: now, authoriser_note: 'Rang', authoriser_checked_at: now };
  await database.updateTable('main_contact_request').set(said).execute();
  for (const [table, columns] of Object.entries(typed))
    for (const column of columns)
      await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${evil}`.execute(database);
  const { desk } = await atTheDesk(run);
  const idIn = async (table: 'access_request' | 'main_contact_request' | 'leaver_report' | 'organisation') =>
    (await database.selectFrom(table).select('id').limit(1).execute())[0]?.id;
  const here = '/organisations/Z90002';
  const one = `${users}/${(await memberOf(run, ben)).id}`;
  const invitation = `${users}/${invited}/invitation`;
  const pages = new Map([
    [
      amara.browser,
      [
        ...['', '/new', '/import', '?state=removed', '?state=invited', `/${removed}`, `/${removed}/undo`].map(
          (step) => `${users}${step}`,
        ),
        ...['', '/details', '/roles', '/leave', '/remove', '/has-left'].map((step) => `${one}${step}`),
        ...['', '?step=cancel'].map((step) => `${invitation}${step}`),
        here,
        `${here}/requests`,
        `${here}/requests/${await idIn('access_request')}`,
        `${here}/leavers`,
        `${here}/review`,
        `${here}/leavers/${await idIn('leaver_report')}`,
        `${here}/handover`,
        `${here}/main-contact-requests/${await idIn('main_contact_request')}`,
        '/my-people',
        '/my-people/add',
        '/my-people/remove?find=o',
        '/account',
        '/account/access',
        '/account/activity',
      ],
    ],
    [visitor, [link, '/invitation', `${outside}/access`, `${outside}/main-contact`, `${outside}/left`]],
    [
      desk,
      [
        '/desk/tasks',
        '/desk/main-contact-requests',
        `/desk/main-contact-requests/${await idIn('main_contact_request')}`,
        `/desk/people/${ben.id}`,
        `/desk/organisations/${await idIn('organisation')}`,
      ],
    ],
  ]);
  for (const [browser, addresses] of pages)
    for (const address of addresses) {
      const page = await browser.get(address);
      expect([address, page.status]).toEqual([address, 200]);
      for (const live of ['<script>alert', '<img src=x', '" onmouseover="x'])
        expect([address, page.html.includes(live)]).toEqual([address, false]);
    }
});

test('[P12] why somebody was removed, and what was noted, reach them on no page, in no email, copy or log', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { ...clerk, Z90003: ['portal/member'] } });
  const { id } = await memberOf(run, ben.person);
  await amara.browser.get(`${users}/${id}/remove`);
  await amara.browser.post(`${users}/${id}/remove`, { because: 'security', note: 'stole the petty cash' });
  await ben.browser.get('/account/data');
  await ben.browser.post('/account/data/copy');
  const mails = (await run.inbox(ben.person.email)).map(({ text, html }) => `${text}${html}`);
  const seen = [...mails];
  for (const page of ['', '/access', '/activity', '/security', '/data', '/data/copy', '/data/copy.json']) {
    const { status, html } = await ben.browser.get(`/account${page}`);
    expect([page, status]).toEqual([page, 200]);
    seen.push(html);
  }
  expect(mails.length).toBeGreaterThan(0);
  for (const text of seen) expect(text).not.toMatch(/petty cash|security concern|"security"/i);
  expect(run.logLines.join('\n')).not.toMatch(/petty cash|Ben Okoro|Amara Osei|@practice\.example/);
});

test('inviting, searching and accepting, also when they fail on our side, leave nothing personal and no secret in the logs', async () => {
  const { run, amara } = await practiceWithMainContact();
  await invite(run, { email: 'new@fern.example', fullName: 'Newly Person' });
  const code = await codeOf(run, 'new@fern.example');
  const visitor = run.browser();
  await visitor.get('/invitation');
  await visitor.post('/invitation/code', { email: 'new@fern.example', code: '11111111' });
  const exchanged = await visitor.post('/invitation/code', { email: 'new@fern.example', code });
  const link = secretOf(`http://localhost:3000${exchanged.location}`);
  await amara.browser.get(`${users}?find=searched%40fern.example`);
  await amara.browser.get('/my-people/remove?find=searched%40fern.example');
  await sql`ALTER TABLE member ADD CONSTRAINT never CHECK (false) NOT VALID`.execute(run.needs.database);
  await amara.browser.get(`${users}/new`);
  const person = {
    email: 'another@fern.example',
    fullName: 'Another Person',
    jobTitle: 'Plumber',
    phone: '07700 900123',
  };
  const failed = await amara.browser.post(`${users}/new`, {
    ...person,
    place: 'practice',
    roles: 'portal/member',
    seen: '',
  });
  await visitor.get(exchanged.location ?? '');
  expect([failed.status, (await visitor.post('/invitation', { link })).status]).toEqual([500, 500]);
  const said = run.logLines.join('\n');
  const personal = ['new@fern', 'Newly', 'another@fern', 'Another Person', 'Plumber', '900123', 'searched'];
  expect([...personal, code, link].filter((one) => said.includes(one))).toEqual([]);
});

test('a name that turns words back to front does not, whoever wrote it', async () => {
  const { run, browser, send } = await atTheFiles();
  const turned = 'Ann \u202eeeB\u202c \u2067Bee';
  const visitor = run.browser();
  const outside = '/register-organisation/Z90002';
  await visitor.get(`${outside}/left`);
  await visitor.post(`${outside}/left`, { leaver: turned, saidBy: turned, note: '' });
  await visitor.post(`${outside}/access`, { fullName: turned, email: 'ann@fern.example', note: '' });
  const sent = await send([['ann@fern.example', turned, 'Member', '', turned]]);
  await browser.get(sent.location);
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  for (const table of ['leaver_report', 'access_request', 'member']) {
    const { rows } = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(table)} t`.execute(
      run.needs.database,
    );
    expect([table, rows.filter(({ row }) => row.includes('Ann eeB Bee')).length]).toEqual([table, 1]);
    expect(rows.filter(({ row }) => /[\u202a-\u202e\u2066-\u2069]/.test(row))).toEqual([]);
  }
});
