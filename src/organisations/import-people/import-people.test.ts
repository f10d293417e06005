import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import {
  atTheFiles,
  inviteAll,
  manyPeople,
  membersOf,
  practice,
  sender,
} from '../../../tests/support/people-files.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { reseal } from '../../platform/database/reseal.ts';
import { openRow, sealedPeopleRows } from './sealed-row.ts';

const ben = [
  'ben.okoro@fern.example',
  'Ben Okoro',
  'Order entry clerk; Member',
  '',
  'Clerk',
  '01632 960 001',
];
const zofia = [
  'zofia.lis@fern.example',
  'Zofia Lis',
  'portal/member',
  '',
  '',
  '',
  '2026-04-01',
  '30/09/2026',
];

test('[P8 P13] a file is checked, confirmed and invites its people; the report says who', async () => {
  const { run, browser, send } = await atTheFiles();
  const sent = await send([ben, zofia]);
  expect(sent.status).toBe(303);
  const preview = await browser.get(sent.location);
  expect(preview.text).toContain('Check people.csv');
  expect(preview.text).toContain('Ben Okoro ben.okoro@fern.example');
  expect(preview.text).toContain('Will be invited 2 rows');
  expect((await membersOf(run)).map(({ fullName }) => fullName)).toEqual(['Amara Osei']);

  const begun = await browser.post(sent.location, { decision: 'confirm' });
  const progress = await browser.follow(begun);
  expect(progress.html).toMatch(/<progress[^>]*value="0"/);
  expect(progress.headers.refresh).toBeDefined();
  await run.runDue();

  const report = await browser.get(sent.location);
  expect(report.headers.refresh).toBeUndefined();
  expect(report.text).toContain('2 people are invited');
  expect(report.text).toContain('Ben Okoro');
  expect(await membersOf(run)).toMatchObject([
    { fullName: 'Amara Osei' },
    { fullName: 'Ben Okoro', state: 'invited', branchId: null },
    { fullName: 'Zofia Lis', state: 'invited' },
  ]);
  expect((await run.inbox('ben.okoro@fern.example'))[0]?.subject).toContain('Practice Z90002');
  const kept = await run.needs.database
    .selectFrom('member')
    .select(['job_title', 'phone_dialled', 'starts_on', 'ends_on'])
    .where('state', '=', 'invited')
    .orderBy('full_name')
    .execute();
  expect(kept).toEqual([
    { job_title: 'Clerk', phone_dialled: '+441632960001', starts_on: null, ends_on: null },
    { job_title: null, phone_dialled: null, starts_on: '2026-04-01', ends_on: '2026-09-30' },
  ]);
});

test('[P13] the template explains the roles that may be given, and its example invites nobody', async () => {
  const { run, browser, send } = await atTheFiles();
  const page = await browser.get(`/organisations/${practice}/users/import`);
  expect(page.text).toContain('Order entry clerk Short form supplies/order-clerk');
  const template = await browser.get(`/organisations/${practice}/users/import/template.csv`);
  expect(template.headers['content-disposition']).toBe(
    `attachment; filename="people-${practice}-template.csv"`,
  );
  expect(template.html).toContain('Deputy main contact (short: portal/deputy)');
  expect(template.html).not.toContain('view-claims');
  expect(template.html).toContain('"Sam Example","Member"');

  const sent = await send(template.html);
  expect((await browser.get(sent.location)).text).toContain('The example of the template');
  expect((await browser.get(sent.location)).text).toContain('No row can be invited');
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  expect(await membersOf(run)).toHaveLength(1);
});

describe('[P13] each row’s problem is said in words, on its line', () => {
  test.each<[string, string[]]>([
    ['Enter an email address', ['', 'Ben Okoro', 'Member']],
    ['“ben at fern” is not an email address', ['ben at fern', 'Ben Okoro', 'Member']],
    ['is not an email address', [`${'b'.repeat(64)}@${'f'.repeat(182)}.example`, 'Ben Okoro', 'Member']],
    ['Enter a full name', ['ben@fern.example', '', 'Member']],
    ['The name must be 100 characters or fewer', ['ben@fern.example', 'B'.repeat(101), 'Member']],
    ['The name must not contain a web or email address', ['ben@fern.example', 'www.fern.example', 'Member']],
    ['Enter at least one role', ['ben@fern.example', 'Ben Okoro', '']],
    ['“Wizard” is not a role here', ['ben@fern.example', 'Ben Okoro', 'Member; Wizard']],
    ['You cannot give the role “View claims”', ['ben@fern.example', 'Ben Okoro', 'View claims']],
    ['You cannot give the role “Main contact”', ['ben@fern.example', 'Ben Okoro', 'portal/main-contact']],
    ['“Z99999” is not a branch of this practice', ['ben@fern.example', 'Ben Okoro', 'Member', 'Z99999']],
    ['“12” is not a phone number', ['ben@fern.example', 'Ben Okoro', 'Member', '', '', '12']],
    ['“31/02/2027” is not a date', ['ben@fern.example', 'Ben Okoro', 'Member', '', '', '', '31/02/2027']],
    ['The end date has passed', ['ben@fern.example', 'Ben Okoro', 'Member', '', '', '', '', '01/03/2026']],
    [
      'The end date is before the start date',
      ['ben@fern.example', 'Ben Okoro', 'Member', '', '', '', '2026-05-02', '2026-05-01'],
    ],
    ['Already one of your people', ['AMARA.OSEI@practice.example', 'Amara Osei', 'Member']],
    ['The address looks shared', ['reception@fern.example', 'Ben Okoro', 'Member']],
    ['The address mixes letters of different alphabets', ['bеn@fern.example', 'Ben Okoro', 'Member']],
    ['The name mixes letters of different alphabets', ['ben@fern.example', 'Bеn Okoro', 'Member']],
    ['“=1+1” looks like a formula', ['ben@fern.example', 'Ben Okoro', 'Member', '', '=1+1']],
  ])('%s', async (words, row) => {
    const { browser, send } = await atTheFiles();
    const page = await browser.get((await send([ben, row])).location);
    expect(page.text).toContain(words);
    expect(page.html).toMatch(/>\s*3\s*</);
  });
});

test('[P13] the same address twice, and more than a role allows, are found among the rows of the file', async () => {
  const { run, browser, send } = await atTheFiles();
  await run.addPerson({ name: 'Dee Puty', roles: { [practice]: ['portal/deputy'] } });
  const deputies = manyPeople(4, 'Deputy main contact');
  const again = ['PERSON-1@many.example', 'Somebody Else', 'Member'];
  const page = await browser.get((await send([...deputies, again])).location);
  expect(page.text).toContain('Too many people would have the role “Deputy main contact”');
  expect(page.text).toContain('The same email address is on line 2');
  expect(page.text).toContain('Invite only the 3 people without problems');
});

test('[P13] one bad row of 500 comes first, and the others can be invited without it', async () => {
  const { run, browser, send } = await atTheFiles();
  const rows = manyPeople(500);
  rows[321] = ['nobody', 'Person Number 322', 'Member'];
  const sent = await send(rows);
  const page = await browser.get(sent.location);
  expect(page.text).toContain('Left out because of a problem 1 row');
  expect(page.text).toMatch(
    /What we found Line 323 Person Person Number 322 nobody .{0,80}“nobody” is not an email address/,
  );
  expect((await browser.get(`${sent.location}?page=10`)).html).toContain('person-500@many.example');
  await browser.post(sent.location, { decision: 'confirm' });
  await inviteAll(run);
  const report = await browser.get(sent.location);
  expect(report.text).toContain('499 people are invited');
  expect(report.text).toContain('Left out');
  expect(await membersOf(run)).toHaveLength(500);
});

test('[P13] the longest address there is can be invited', async () => {
  const { run, browser, send } = await atTheFiles();
  const labels = [60, 60, 59].map((length) => 'f'.repeat(length)).join('.');
  const longest = `${'b'.repeat(64)}@${labels}.example`;
  expect(longest).toHaveLength(254);
  const sent = await send([[longest, 'Ben Okoro', 'Member']]);
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  expect((await membersOf(run)).map(({ email }) => email)).toContain(longest);
});

test('[P13] the same file again invites nobody twice', async () => {
  const { run, browser, send } = await atTheFiles();
  const rounds = [
    ['Will be invited 2 rows', '2 people are invited'],
    ['Already one of your people, or invited', 'Nobody is invited by this file'],
  ] as const;
  for (const [found, became] of rounds) {
    const sent = await send([ben, zofia]);
    expect((await browser.get(sent.location)).text).toContain(found);
    await browser.post(sent.location, { decision: 'confirm' });
    await run.runDue();
    const report = await browser.get(sent.location);
    expect(report.text).toContain(became);
    expect(report.text).toContain('Zofia Lis');
  }
  expect(await membersOf(run)).toHaveLength(3);
  expect(await run.inbox('ben.okoro@fern.example')).toHaveLength(1);
});

test('[P13] cancelling forgets what the file said; so does time, whatever became of it', async () => {
  const { run, browser, send } = await atTheFiles();
  const [first, second] = [await send([ben]), await send([zofia])];
  const cancelled = await browser.follow(await browser.post(first.location, { decision: 'cancel' }));
  expect(cancelled.text).toContain('This file was cancelled, and what it said is forgotten');
  const { database } = run.needs;
  const contents = await database.selectFrom('people_import_row').select('content').execute();
  expect(contents.filter(({ content }) => content !== null)).toHaveLength(1);
  expect((await browser.get(second.location)).text).toContain('Zofia Lis');
  run.clock.advance(days(31));
  await run.runDue();
  expect(await database.selectFrom('people_import').select('id').execute()).toEqual([]);
  expect(await database.selectFrom('people_import_row').select('line').execute()).toEqual([]);
});

test('[P13] nothing of a file is readable in the database, and a row is erased as soon as it is handled', async () => {
  const { run, browser, send } = await atTheFiles();
  const sent = await send([ben, ['nobody', 'Nobody Right', 'Member']]);
  const { database } = run.needs;
  const rows = await database.selectFrom('people_import_row').selectAll().execute();
  expect(rows).toHaveLength(2);
  const text = JSON.stringify(rows.map((row) => ({ ...row, content: String(row.content) })));
  expect(text).not.toMatch(/Okoro|fern|Nobody/);
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  const left = await database
    .selectFrom('people_import_row')
    .select(['outcome', 'content'])
    .orderBy('line')
    .execute();
  expect(left).toEqual([
    { outcome: 'invited', content: null },
    { outcome: 'problem', content: null },
  ]);
});

test('[P13] people are added to branches by code or name; the file of a branch adds to that branch alone', async () => {
  const { run, browser, send } = await atTheFiles();
  await addBranch(run, `${practice}001`, practice);
  await addBranch(run, `${practice}002`, practice);
  const sent = await send([
    ['a@fern.example', 'A One', 'Member', `${practice}001`],
    ['b@fern.example', 'B Two', 'Member', `branch ${practice.toLowerCase()}001`],
    ['c@fern.example', 'C Three', 'Member', ''],
  ]);
  await browser.post(sent.location, { decision: 'confirm' });
  const ofBranch = await sender(
    run,
    browser,
    `${practice}002`,
  )([
    ['d@fern.example', 'D Four', 'Member', ''],
    ['e@fern.example', 'E Five', 'Member', `${practice}001`],
  ]);
  expect((await browser.get(ofBranch.location)).text).toContain(
    `This file can only add people to Branch ${practice}002`,
  );
  await browser.post(ofBranch.location, { decision: 'confirm' });
  await run.runDue();
  const placed = await run.needs.database
    .selectFrom('member')
    .leftJoin('organisation', 'organisation.id', 'member.branch_id')
    .select(['full_name as fullName', 'organisation.code'])
    .where('member.state', '=', 'invited')
    .orderBy('full_name')
    .execute();
  expect(placed).toEqual([
    { fullName: 'A One', code: `${practice}001` },
    { fullName: 'B Two', code: `${practice}001` },
    { fullName: 'C Three', code: null },
    { fullName: 'D Four', code: `${practice}002` },
  ]);
});

test('[P13] the report is a file too, and a spreadsheet runs nothing of it', async () => {
  const { run, browser, send } = await atTheFiles();
  const sent = await send([
    ['ben@fern.example', '=Ben', 'Member'],
    ['nobody', 'X', 'Member'],
  ]);
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  const file = await browser.get(`${sent.location}/report.csv`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.html).toContain(`"2","'=Ben","ben@fern.example","Invited"`);
  expect(file.html).toContain('"3","","","Left out. The email address is not a real one"');
});

test('a stale form keeps nothing from being sent again, and no file at all gets words', async () => {
  const { browser, send } = await atTheFiles();
  expect((await send('', '')).html).toContain('Select a CSV file');
  const sent = await send([ben]);
  browser.forgetToken();
  const stale = await browser.post(sent.location, { decision: 'confirm', csrf: 'x' });
  expect(stale.status).toBe(422);
  expect(stale.text).toContain('Ben Okoro');
});

test('who sent the file confirms with their password given again, once it was some time ago', async () => {
  const { run, amara, browser, send } = await atTheFiles();
  const sent = await send([ben]);
  run.clock.advance(minutes(11));
  const asked = await browser.post(sent.location, { decision: 'confirm' });
  expect(asked.location).toContain('/account/confirm');
  await browser.follow(asked);
  const next = new URL(asked.location ?? '', 'http://localhost:3000').searchParams.get('next') ?? '';
  const back = await browser.post('/account/confirm', { password: amara.password, next });
  expect((await browser.follow(back)).text).toContain('Ben Okoro');
  await browser.post(sent.location, { decision: 'confirm' });
  await run.runDue();
  expect(await membersOf(run)).toHaveLength(2);
});

test('a colleague sees the file and can cancel it, and cannot confirm what another checked', async () => {
  const { run, send } = await atTheFiles();
  const deputy = await run.addPerson({ name: 'Dee Puty', roles: { [practice]: ['portal/deputy'] } });
  const colleague = run.browser();
  await logIn(colleague, deputy);
  const sent = await send([ben]);
  expect((await colleague.get(sent.location)).text).toContain(
    'Only Amara Osei, who sent the file, can confirm it',
  );
  expect((await colleague.post(sent.location, { decision: 'confirm' })).status).toBe(422);
  await colleague.post(sent.location, { decision: 'cancel' });
  expect((await colleague.get(sent.location)).text).toContain('This file was cancelled');
});

test('once the organisation closed, files are looked at, and none is sent any more', async () => {
  const { run, browser, send } = await atTheFiles();
  const sent = await send([ben]);
  await run.needs.database
    .updateTable('organisation')
    .set({ closed_on: '2026-03-01' })
    .where('code', '=', practice)
    .execute();
  const page = await browser.get(`/organisations/${practice}/users/import`);
  expect(page.text).toContain('Nobody can be added any more');
  expect(page.text).toContain('people.csv');
  expect((await browser.post(sent.location, { decision: 'confirm' })).status).toBe(403);
  expect((await send([zofia])).status).toBe(403);
});

test('a change of the root key reseals the files that wait', async () => {
  const { run, send } = await atTheFiles();
  await send([ben, zofia]);
  const roots = new Map([1, 2].map((version) => [version, Buffer.alloc(32, version + 6)] as const));
  const sealed = sealedPeopleRows(createKeyRing(roots));
  expect(await reseal(run.needs.database, sealed)).toBe(2);
  expect(await reseal(run.needs.database, sealed)).toBe(0);
  const rows = await run.needs.database.selectFrom('people_import_row').selectAll().execute();
  for (const { import_id, line, content, key_version } of rows) {
    expect(key_version).toBe(2);
    expect(openRow(createKeyRing(roots), import_id, line, content ?? Buffer.alloc(0)).cells.email).toMatch(
      /fern/,
    );
  }
});
