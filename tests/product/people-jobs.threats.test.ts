import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { days, minutes } from '../../src/kernel/duration.ts';
import { lookAt } from '../../src/platform/jobs/look.ts';
import { atTheFiles, sender } from '../support/people-files.ts';
import { logged, organisationId, practiceWithMainContact } from '../support/people-here.ts';
import type { Portal } from '../support/portal.ts';

const practices = ['Z90002', 'Z90003', 'Z90004'] as const;

/** No row that fits can be written any more: whatever is done with it fails, again and again. */
const spoil = (run: Portal, table: string, which: string) =>
  sql`ALTER TABLE ${sql.table(table)} ADD CONSTRAINT spoilt CHECK (NOT (${sql.raw(which)})) NOT VALID`.execute(
    run.needs.database,
  );

async function look(run: Portal, name: string) {
  const work = run.works.find((one) => one.name === name);
  if (!work) throw new Error(`nothing is called ${name}`);
  return lookAt({ clock: run.clock, stopwatch: () => 0, log: run.log }, work, () => false);
}

const invited = (run: Portal, organisation: string, count: number, first = 1) =>
  sql`
    WITH added AS (
      INSERT INTO member (id, organisation_id, state, full_name, email_typed, email_canonical, created_at)
      SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${organisation}, 'invited', 'Person ' || n,
             'p' || n || '@many.example', 'p' || n || '@many.example', ${run.clock.now()}
        FROM generate_series(${first}::int, ${first + count - 1}::int) n
      RETURNING id)
    INSERT INTO invitation (member_id, send_at, expires_at)
    SELECT id, ${run.clock.now()}::timestamptz, ${run.clock.now()}::timestamptz + interval '14 days' FROM added`.execute(
    run.needs.database,
  );

describe('one that fails every time keeps nobody else waiting', () => {
  test('an invitation that cannot be sent', async () => {
    const { run } = await practiceWithMainContact();
    await invited(run, await organisationId(run, 'Z90002'), 30);
    await spoil(run, 'invitation', "member_id = '00000000-0000-7000-8000-000000000001' AND send_at IS NULL");
    expect(await look(run, 'send-invitations')).toBe('failed');
    const left = await run.needs.database
      .selectFrom('invitation')
      .select('member_id')
      .where('sends', '=', 0)
      .execute();
    expect(left).toHaveLength(1);
  });

  test('somebody whose last day is over and who cannot be removed: everybody else is, and starts and notices go on', async () => {
    const { run } = await practiceWithMainContact();
    const id = await organisationId(run, 'Z90002');
    await invited(run, id, 5);
    const { database } = run.needs;
    await sql`UPDATE member SET ends_on = '2026-03-01' WHERE state = 'invited' AND full_name <> 'Person 5'`.execute(
      database,
    );
    await sql`UPDATE member SET ends_on = '2026-03-10' WHERE full_name = 'Person 5'`.execute(database);
    await spoil(run, 'member', "id = '00000000-0000-7000-8000-000000000001' AND state = 'removed'");
    expect(await look(run, 'member-dates')).toBe('failed');
    const rows = await database
      .selectFrom('member')
      .select(['full_name', 'state', 'end_notice_at'])
      .orderBy('id')
      .execute();
    expect(rows.filter(({ state }) => state === 'removed')).toHaveLength(3);
    expect(rows.find(({ full_name }) => full_name === 'Person 5')?.end_notice_at).not.toBeNull();
  });

  test('a request for access, a request to become main contact, and one that lapses', async () => {
    const { run } = await practiceWithMainContact();
    const { database } = run.needs;
    for (const name of ['Ann Bee', 'Cem Dee']) {
      const email = `${name.replace(' ', '.')}@fern.example`;
      const visitor = run.browser();
      await visitor.get('/register-organisation/Z90002/access');
      await visitor.post('/register-organisation/Z90002/access', { fullName: name, email, note: '' });
      const asked = { why: 'left', fullName: name, email, phone: '01632 960 777' };
      const named = { authoriser: 'caldicott-guardian', authoriserName: 'Dr Ines Vale' };
      await visitor.post('/register-organisation/Z90002/main-contact', { ...asked, ...named });
      run.clock.advance(minutes(5));
    }
    await spoil(
      run,
      'access_request',
      "full_name = 'Ann Bee' AND (passed_on_at IS NOT NULL OR state = 'lapsed')",
    );
    await spoil(run, 'main_contact_request', "full_name = 'Ann Bee' AND administrators_told_at IS NOT NULL");
    for (const name of ['pass-on-access-requests', 'tell-of-main-contact-requests'])
      expect(await look(run, name)).toBe('failed');
    run.clock.advance(days(200));
    expect(await look(run, 'lapse-access-requests')).toBe('failed');
    const [cem] = await database
      .selectFrom('access_request')
      .select(['passed_on_at', 'state'])
      .where('full_name', '=', 'Cem Dee')
      .execute();
    expect([cem?.passed_on_at !== null, cem?.state]).toEqual([true, 'lapsed']);
    const told = await database
      .selectFrom('main_contact_request')
      .select('full_name')
      .where('administrators_told_at', 'is not', null)
      .execute();
    expect(told).toEqual([{ full_name: 'Cem Dee' }]);
  });

  test('a file of people whose rows cannot be read', async () => {
    const { run, browser, send } = await atTheFiles();
    const eve = await logged(run, { name: 'Eve Ford', mainContactOf: 'Z90003' });
    const sendElsewhere = sender(run, eve.browser, 'Z90003');
    const broken = await send([['ann@fern.example', 'Ann Bee', 'Member']]);
    await browser.get(broken.location);
    await browser.post(broken.location, { decision: 'confirm' });
    await sql`UPDATE people_import_row SET content = '\\x00'`.execute(run.needs.database);
    const whole = await sendElsewhere([['cem@fern.example', 'Cem Dee', 'Member']]);
    run.clock.advance(minutes(1));
    await eve.browser.get(whole.location);
    await eve.browser.post(whole.location, { decision: 'confirm' });
    expect(await look(run, 'run-people-imports')).toBe('failed');
    const imports = await run.needs.database
      .selectFrom('people_import')
      .select('state')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    expect(imports.map(({ state }) => state).sort()).toEqual(['done', 'running']);
  });

  test('a review, and a practice that nobody looks after', async () => {
    const { run } = await practiceWithMainContact();
    for (const code of practices)
      for (const name of ['Ben', 'Cora'])
        await run.addPerson({ name: `${name} of ${code}`, roles: { [code]: ['portal/member'] } });
    const spoilt = await organisationId(run, 'Z90002');
    run.clock.advance(days(190));
    await spoil(run, 'access_review', `organisation_id = '${spoilt}'`);
    expect(await look(run, 'open-access-reviews')).toBe('failed');
    expect(await run.needs.database.selectFrom('access_review').select('id').execute()).toHaveLength(2);
    const third = await organisationId(run, 'Z90003');
    await spoil(run, 'staff_task', `record_id = '${third}'`);
    await run.needs.database.updateTable('account').set({ state: 'deactivated' }).execute();
    expect(await look(run, 'watch-administrators')).toBe('failed');
    expect(await run.needs.database.selectFrom('staff_task').select('id').execute()).toHaveLength(2);
  });

  test('a practice that closed', async () => {
    const { run } = await practiceWithMainContact();
    for (const code of practices.slice(1))
      await run.addPerson({ name: `Ben of ${code}`, mainContactOf: code });
    const spoilt = await organisationId(run, 'Z90002');
    await spoil(run, 'closure', `organisation_id = '${spoilt}'`);
    await run.needs.database
      .updateTable('organisation')
      .set({ status: 'closed', closed_on: '2026-03-01' })
      .where('registered_at', 'is not', null)
      .execute();
    expect(await look(run, 'watch-closures')).toBe('failed');
    expect(await run.needs.database.selectFrom('closure').select('organisation_id').execute()).toHaveLength(
      2,
    );
  });
});

test('five hundred people whose access ends on one day fill nobody’s mailbox', async () => {
  const { run, amara } = await practiceWithMainContact();
  await run.addPerson({ name: 'Ben Okoro', email: 'ben@fern.example', roles: { Z90002: ['portal/deputy'] } });
  await invited(run, await organisationId(run, 'Z90002'), 500);
  await sql`UPDATE member SET ends_on = '2026-03-10' WHERE account_id IS NULL OR full_name = 'Ben Okoro'`.execute(
    run.needs.database,
  );
  expect(await look(run, 'member-dates')).toBe('done');
  const sent = await run.needs.database
    .selectFrom('outbox')
    .select('account_id')
    .where('kind', '=', 'end-date-near-of-user')
    .execute();
  const mine = sent.filter(({ account_id }) => account_id === amara.person.id);
  expect([mine.length, sent.length]).toEqual([6, 11]);
  await sql`DELETE FROM invitation`.execute(run.needs.database);
  const [newest] = await run.inbox('ben@fern.example');
  expect(newest?.text).toContain('10 March 2026');
});

/** Something for every job: invitations, requests, a file, dates, words about leavers, and a review once time has passed. */
async function muchToDo() {
  const { run, browser, send } = await atTheFiles();
  const { database } = run.needs;
  await run.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
  await run.addPerson({ name: 'Cora Pugh', roles: { Z90002: ['portal/member'] } });
  await invited(run, await organisationId(run, 'Z90002'), 10);
  await sql`UPDATE member SET ends_on = '2026-03-09' WHERE full_name IN ('Cora Pugh', 'Person 2')`.execute(
    database,
  );
  await sql`UPDATE member SET ends_on = '2026-03-01' WHERE full_name = 'Person 3'`.execute(database);
  const visitor = run.browser();
  const outside = '/register-organisation/Z90002';
  const dai = { fullName: 'Dai Ell', email: 'dai@outside.example' };
  await visitor.get(`${outside}/access`);
  await visitor.post(`${outside}/access`, { ...dai, note: 'Dai was here' });
  const authorised = { authoriser: 'caldicott-guardian', authoriserName: 'Dr Ines Vale' };
  const asked = { ...dai, why: 'left', phone: '01632 960 777', ...authorised };
  await visitor.post(`${outside}/main-contact`, asked);
  await visitor.post(`${outside}/left`, { leaver: 'Dai Ell', saidBy: 'Dai Ell', note: 'Dai has left' });
  const file = await send(
    Array.from({ length: 60 }, (_, number) => [`row-${number}@many.example`, `Row ${number}`, 'Member']),
  );
  await browser.get(file.location);
  await browser.post(file.location, { decision: 'confirm' });
  return run;
}

const written = async ({ needs }: Portal) =>
  (
    await sql<{ kind: string; count: number }>`
      SELECT kind, count(*) AS count FROM outbox GROUP BY kind ORDER BY kind`.execute(needs.database)
  ).rows;

test('three nodes that do everything at once write to nobody more often than one does', async () => {
  const counts = [];
  for (const nodes of [1, 3]) {
    const run = await muchToDo();
    const sent: Awaited<ReturnType<typeof written>> = [];
    for (const later of [0, 8, 190]) {
      run.clock.advance(days(later));
      for (let round = 0; round < 6; round += 1)
        for (const work of run.works)
          await Promise.all(Array.from({ length: nodes }, () => work.runDue(run.clock.now())));
      sent.push(...(await written(run)));
    }
    counts.push(sent);
  }
  expect(counts[0]?.length).toBeGreaterThan(8);
  expect(counts[1]).toEqual(counts[0]);
});

test('years later nothing is left of what people from outside asked and said, answered or not', async () => {
  const run = await muchToDo();
  await run.runDue();
  await run.needs.database
    .updateTable('main_contact_request')
    .set({ state: 'refused', decided_at: run.clock.now() })
    .execute();
  for (let year = 0; year < 8; year += 1) {
    run.clock.advance(days(365));
    await run.runDue();
  }
  for (const table of [
    'access_request',
    'main_contact_request',
    'leaver_report',
    'people_import',
    'outbox',
    'member',
  ]) {
    const { rows } = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(table)} t`.execute(
      run.needs.database,
    );
    expect([table, rows.filter(({ row }) => /Dai|outside\.example|Row \d/.test(row))]).toEqual([table, []]);
  }
});
