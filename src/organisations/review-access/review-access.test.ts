import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Answer } from '../../../tests/support/portal-browser.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';

const review = '/organisations/Z90002/review';
const shared = { email: 'reception@fern.example' };

/** A practice with a main contact, a deputy and three others, on the day its first review began. */
async function reviewing(options: Parameters<typeof portal>[0] = {}) {
  const run = await portal({ profile: 'primary-care', at: '2026-01-05T09:00Z', ...options });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const kim = await run.addPerson({ name: 'Kim Lee', roles: { Z90002: ['supplies/order-clerk'] } });
  const lou = await run.addPerson({
    name: 'Lou Park',
    roles: { Z90002: ['supplies/order-clerk'] },
    ...shared,
  });
  const max = await run.addPerson({
    name: 'Max Bell',
    roles: { Z90002: ['supplies/order-clerk'], Z90003: ['supplies/order-clerk'] },
  });
  run.clock.advance(days(182));
  await everybodyWorked(run);
  await run.runDue();
  const main = run.browser();
  await logIn(main, amara);
  return { ...run, run, amara, dev, kim, lou, max, main };
}

/** Everybody used what they have, so that only what a test adds is pointed out. */
const everybodyWorked = ({ needs, clock }: Portal) =>
  needs.database.updateTable('member').set({ last_used_at: clock.now() }).execute();

async function fieldsOf({ needs }: Portal, decisions: [AddedPerson, 'keep' | 'remove'][]) {
  const members = await needs.database
    .selectFrom('member')
    .select(['id', 'account_id', 'organisation_id'])
    .execute();
  const practice = await needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', 'Z90002')
    .executeTakeFirstOrThrow();
  return Object.fromEntries(
    decisions.map(([person, decision]) => {
      const member = members.find(
        (one) => one.account_id === person.id && one.organisation_id === practice.id,
      );
      return [`person-${member?.id}`, decision];
    }),
  );
}

const subjectsTo = async (run: Portal, person: AddedPerson) =>
  (await run.inbox(person.email)).map(({ subject }) => subject);

const stateOf = async ({ needs }: Portal, person: AddedPerson) =>
  needs.database
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select(['organisation.code', 'member.state', 'member.ended_because as because'])
    .where('account_id', '=', person.id)
    .orderBy('organisation.code')
    .execute();

const firstPart = ({ text }: Answer) => text.slice(0, text.indexOf('Everybody else'));

describe('a review begins', () => {
  test('[P12] half a year after a practice registered, and its main contact alone is written to', async () => {
    const { run, amara, dev } = await reviewing();
    expect(await subjectsTo(run, amara)).toContain('Review who has access to Practice Z90002');
    expect(await subjectsTo(run, dev)).toEqual([]);
    await run.runDue();
    const reviews = await run.needs.database.selectFrom('access_review').select('id').execute();
    expect(reviews.length).toBe(1);
  });

  test('nobody is asked to review themselves alone', async () => {
    const run = await portal({ profile: 'primary-care' });
    const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    run.clock.advance(days(182));
    expect(await subjectsTo(run, amara)).toEqual([]);
  });

  test('not before, nor where reviews are not wanted, nor at a practice that closed', async () => {
    const early = await portal({ profile: 'primary-care' });
    await early.addPerson({ mainContactOf: 'Z90002' });
    await early.addPerson({ name: 'Kim Lee', roles: { Z90002: ['supplies/order-clerk'] } });
    early.clock.advance(days(181));
    const never = await reviewing({ settings: { organisations: { reviewEvery: '0 days' } } });
    const closed = await portal({ profile: 'primary-care' });
    await closed.addPerson({ mainContactOf: 'Z90002' });
    await closed.addPerson({ name: 'Kim Lee', roles: { Z90002: ['supplies/order-clerk'] } });
    await closed.needs.database.updateTable('organisation').set({ status: 'closed' }).execute();
    closed.clock.advance(days(182));
    for (const run of [early, never.run, closed]) {
      await run.runDue();
      expect(await run.needs.database.selectFrom('access_review').select('id').execute()).toEqual([]);
    }
    const page = await never.main.get(review);
    expect(page.text).toContain('Reviews are not asked for here');
  });
});

describe('what it points out', () => {
  test('[P12] shared addresses and people who work elsewhere come first, and never where they work', async () => {
    const { main } = await reviewing();
    const page = await main.get(review);
    const first = firstPart(page);
    expect(first).toMatch(/Lou Park .*reception@fern\.example .*address looks shared/);
    expect(first).toMatch(/Max Bell .*Also works at another organisation/);
    expect(first).not.toContain('Kim Lee');
    expect(page.text).not.toContain('Z90003');
    expect(page.html).not.toContain('checked=""');
  });

  test('[P12] so do who has not used it, never accepted, has an end date, or cannot log in', async () => {
    const { run, main, kim, dev, max } = await reviewing();
    const { database } = run.needs;
    const set = (person: AddedPerson, values: object) =>
      database.updateTable('member').set(values).where('account_id', '=', person.id).execute();
    await set(kim, { last_used_at: new Date('2026-02-01T09:00Z') });
    await set(dev, { last_used_at: null });
    await set(max, { ends_on: '2026-07-10' });
    await database.updateTable('account').set({ state: 'deactivated' }).where('id', '=', dev.id).execute();
    const first = firstPart(await main.get(review));
    expect(first).toMatch(/Dev Shah .*since 5 January 2026, and never used it here .*account is not active/);
    expect(first).toMatch(/Kim Lee .*Has not used it here since 1 February 2026/);
    expect(first).toMatch(/Max Bell .*Their end date is 10 July 2026/);
    await set(kim, { state: 'invited', account_id: null, accepted_at: null });
    expect(firstPart(await main.get(review))).toMatch(
      /Kim Lee .*Invited on 5 January 2026, and has not accepted/,
    );
  });
});

describe('keep or remove', () => {
  test('[P12] nobody loses access before the review is finished; then who was not kept does, here alone', async () => {
    const { run, main, dev, kim, lou, max } = await reviewing();
    await main.get(review);
    const some = await fieldsOf(run, [[max, 'remove']]);
    const saved = await main.follow(await main.post(review, { ...some, do: 'save' }));
    expect(saved.text).toContain('Your answers are saved. 3 people still to answer for');
    expect(saved.html.match(/checked=""/g)?.length).toBe(1);
    expect(await stateOf(run, max)).toMatchObject([{ state: 'active' }, { state: 'active' }]);

    const rest = await fieldsOf(run, [
      [dev, 'keep'],
      [kim, 'keep'],
      [lou, 'keep'],
      [max, 'remove'],
    ]);
    const confirm = await main.follow(await main.post(review, { ...rest, do: 'continue' }));
    expect(confirm.text).toContain('3 people keep their access. 1 person will lose access');
    expect(confirm.text).toContain('Max Bell, max.bell@practice.example');
    const done = await main.follow(await main.post(`${review}/finish`));
    expect(done.text).toContain('The review is finished');
    expect(done.text).toMatch(/Kept 3 Removed 1/);
    expect(await stateOf(run, max)).toEqual([
      { code: 'Z90002', state: 'removed', because: 'not-kept' },
      { code: 'Z90003', state: 'active', because: null },
    ]);
    expect(await subjectsTo(run, max)).toContain('Your access to Practice Z90002 has ended');
    const past = await main.get(review);
    expect(past.text).toMatch(/No review is waiting .*Finished .*6 July 2026.* Amara Osei .*3 .*1 .*Yes/);
    const again = await main.follow(await main.post(`${review}/finish`));
    expect(again.text).toContain('No review is waiting');
  });

  test('[P12] “keep everybody else” answers for nobody who was pointed out', async () => {
    const { run, main, lou, max } = await reviewing();
    await main.get(review);
    const page = await main.post(review, { do: 'keep-others' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Choose keep or remove for Lou Park');
    expect(page.text).toContain('Choose keep or remove for Max Bell');
    expect(page.text).not.toContain('Choose keep or remove for Kim Lee');
    const first = await fieldsOf(run, [
      [lou, 'keep'],
      [max, 'keep'],
    ]);
    const confirm = await main.follow(await main.post(review, { ...first, do: 'continue' }));
    expect(confirm.text).toContain('4 people keep their access. Nobody loses access.');
  });

  test('nobody is asked about themselves, and a deputy not about the main contact', async () => {
    const { run, main, dev, amara } = await reviewing();
    expect((await main.get(review)).text).toMatch(/You are not asked about .*Amara Osei/);
    const own = await fieldsOf(run, [[amara, 'remove']]);
    await main.post(review, { ...own, do: 'keep-others' });
    const deputy = run.browser();
    await logIn(deputy, dev);
    expect((await deputy.get(review)).text).toMatch(/You are not asked about .*Amara Osei .*Dev Shah/);
    expect(await stateOf(run, amara)).toMatchObject([{ state: 'active' }]);
  });

  test('whom the main contact wants removed, a deputy who may not remove them cannot keep by finishing', async () => {
    const { run, main, dev, kim, lou, max } = await reviewing();
    const eve = await run.addPerson({ name: 'Eve Cole', roles: { Z90002: ['portal/deputy'] } });
    const { database } = run.needs;
    await database
      .updateTable('member')
      .set({ created_at: new Date('2026-01-05') })
      .execute();
    await main.get(review);
    await main.post(review, { ...(await fieldsOf(run, [[eve, 'remove']])), do: 'save' });
    const deputy = run.browser();
    await logIn(deputy, dev);
    await deputy.get(review);
    const mine = await fieldsOf(run, [
      [kim, 'keep'],
      [lou, 'keep'],
      [max, 'keep'],
    ]);
    await deputy.post(review, { ...mine, do: 'continue' });
    const refused = await deputy.post(`${review}/finish`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Eve Cole: another administrator marked them to be removed');
  });

  test('who was added after it began is not asked about', async () => {
    const { run, main } = await reviewing();
    run.clock.advance(days(1));
    await run.addPerson({ name: 'Nia Webb', roles: { Z90002: ['supplies/order-clerk'] } });
    await logIn(main, { email: 'amara.osei@practice.example', password: 'Three-sunny-gates-1' });
    expect((await main.get(review)).text).not.toContain('Nia Webb');
  });

  test('[P12] two hundred and fifty people stand on one page, and are answered for at once', async () => {
    const { run, main, amara } = await reviewing();
    const { database, ids } = run.needs;
    const practice = await database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', 'Z90002')
      .executeTakeFirstOrThrow();
    const opened = new Date('2026-01-05T09:00Z');
    await database
      .insertInto('member')
      .values(
        Array.from({ length: 250 }, (_, at) => ({
          id: ids.next(),
          organisation_id: practice.id,
          state: 'active' as const,
          full_name: `Person ${at}`,
          email_typed: `person.${at}@fern.example`,
          email_canonical: `person.${at}@fern.example`,
          created_at: opened,
          accepted_at: opened,
        })),
      )
      .execute();
    const page = await main.get(review);
    expect(page.html.match(/<fieldset/g)?.length).toBe(254);
    const long = await main.post(review, { do: 'continue' });
    expect(long.text).toContain('Choose keep or remove for 254 more people');
    const answers = Object.fromEntries(
      [...page.html.matchAll(/name="(person-[^"]+)"/g)].map(([, name]) => [name ?? '', 'remove']),
    );
    await main.post(review, { ...answers, do: 'continue' });
    const done = await main.follow(await main.post(`${review}/finish`));
    expect(done.text).toMatch(/Kept 0 Removed 254/);
    expect((await stateOf(run, amara)).map(({ state }) => state)).toEqual(['active']);
  });
});

describe('time', () => {
  test('[P12] the main contact is reminded half way, once; at the end the deputies are asked too', async () => {
    const { run, main, amara, dev } = await reviewing();
    run.clock.advance(days(14));
    const reminder = 'Reminder: review who has access to Practice Z90002';
    expect(await subjectsTo(run, amara)).toContain(reminder);
    expect(await subjectsTo(run, dev)).toEqual([]);
    run.clock.advance(days(14));
    const overdue = 'Overdue: review who has access to Practice Z90002';
    expect(await subjectsTo(run, dev)).toEqual([overdue]);
    expect((await subjectsTo(run, amara)).filter((one) => one === reminder).length).toBe(1);
    expect(await subjectsTo(run, amara)).toContain(overdue);
    run.clock.advance(days(30));
    expect(await subjectsTo(run, dev)).toEqual([overdue]);
    await logIn(main, amara);
    expect((await main.get(review)).text).toContain('This review was due by 3 August 2026');
  });

  test('where nobody is main contact, the deputies are asked from the start', async () => {
    const run = await portal({ profile: 'primary-care' });
    const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
    await run.addPerson({ name: 'Kim Lee', roles: { Z90002: ['supplies/order-clerk'] } });
    run.clock.advance(days(182));
    expect(await subjectsTo(run, dev)).toContain('Review who has access to Practice Z90002');
  });

  test('the next one begins half a year after the last began', async () => {
    const { run, main, amara, dev, kim, lou, max } = await reviewing();
    await main.get(review);
    const all = await fieldsOf(run, [
      [dev, 'keep'],
      [kim, 'keep'],
      [lou, 'keep'],
      [max, 'keep'],
    ]);
    await main.post(review, { ...all, do: 'continue' });
    await main.post(`${review}/finish`);
    run.clock.advance(days(181));
    await run.runDue();
    await logIn(main, amara);
    expect((await main.get(review)).text).toContain('No review is waiting');
    run.clock.advance(days(1));
    await run.runDue();
    await logIn(main, amara);
    expect((await main.get(review)).text).toContain('Finish it by 1 February 2027');
  });
});

describe('who may', () => {
  test('an administrator limited to a branch, of one service, or of another practice reviews nothing', async () => {
    const { run, main, dev } = await reviewing();
    await addBranch(run, 'Z90002001', 'Z90002');
    const others = [
      await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: ['portal/deputy'] } }),
      await run.addPerson({ name: 'Pat Reid', roles: { Z90002: ['payments/administrator'] } }),
      await run.addPerson({ name: 'Una Fry', mainContactOf: 'Z90004' }),
    ];
    for (const person of others) {
      const browser = run.browser();
      await logIn(browser, person);
      expect((await browser.get(review)).status).toBe(403);
      expect((await browser.get('/organisations/Z90002001/review')).status).toBe(403);
      expect((await browser.post(review, { do: 'keep-others' })).status).toBe(403);
      expect((await browser.post(`${review}/finish`)).status).toBe(403);
    }
    expect((await main.get('/organisations/Z90002001/review')).text).toContain('Practice Z90002');
    await run.needs.database
      .updateTable('membership')
      .set({ ended_at: run.clock.now() })
      .where('account_id', '=', dev.id)
      .execute();
    const deputy = run.browser();
    await logIn(deputy, dev);
    expect((await deputy.get(review)).status).toBe(403);
  });

  test('a past review is found at its own practice alone', async () => {
    const { run, main, dev, kim, lou, max } = await reviewing();
    await main.get(review);
    const all = await fieldsOf(run, [
      [dev, 'keep'],
      [kim, 'keep'],
      [lou, 'keep'],
      [max, 'keep'],
    ]);
    await main.post(review, { ...all, do: 'continue' });
    const { location = '' } = await main.post(`${review}/finish`);
    const una = await run.addPerson({ name: 'Una Fry', mainContactOf: 'Z90004' });
    const other = run.browser();
    await logIn(other, una);
    expect((await other.get(location)).status).toBe(403);
    expect((await other.get(location.replace('Z90002', 'Z90004'))).status).toBe(404);
  });

  test('finishing asks for the password again after a while', async () => {
    const { run, main } = await reviewing();
    await main.get(review);
    run.clock.advance(days(0.01));
    expect((await main.get(`${review}/finish`)).location).toMatch(/^\/(confirm|account\/confirm|log-in)/);
    expect((await main.post(`${review}/finish`)).location).toMatch(/^\/(confirm|account\/confirm|log-in)/);
  });
});
