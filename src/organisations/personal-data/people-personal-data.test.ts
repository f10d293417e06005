import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../tests/support/actor-of.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { addPeopleTraces } from '../../../tests/support/people-traces.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { tablesWith } from '../../../tests/support/tables-with.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { endMember } from '../members/end-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import { findByCode } from '../places/organisation.store.ts';

const practice = 'Z90001';

/** Amara, of whom every table about people holds something, and Ben, who looks after her practice. */
async function withTraces(the: Portal) {
  const amara = await the.addPerson({
    name: 'Amara Osei',
    roles: { [practice]: ['supplies/order-clerk'] },
  });
  const ben = await the.addPerson({ name: 'Ben Okoro', mainContactOf: practice });
  return { amara, ben, ...(await addPeopleTraces(the, practice, amara, ben)) };
}

/** As Ben, who looks after the practice, and with words that are nobody's but his. */
async function remove(the: Portal, person: AddedPerson, ben: AddedPerson) {
  const browser = the.browser();
  await logIn(browser, ben);
  const by = await actorOf(the, browser);
  await inTransaction(the.needs.database, async (tx) => {
    const organisation = await findByCode(tx, practice);
    const member = organisation && (await findLiveMember(tx, organisation.id, { accountId: person.id }));
    if (!organisation || !member || !by) throw new Error('nobody to remove');
    const ending = { practice: organisation, member, by, because: 'security' } as const;
    await endMember(the.needs, tx, { ...ending, note: 'Amara shared a password.' });
  });
}

async function copyOf(the: Portal, person: AddedPerson) {
  const browser = the.browser();
  await logIn(browser, person);
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const { sections } = JSON.parse((await browser.get('/account/data/copy.json')).html);
  return { browser, sections };
}

describe('the copy of one’s data', () => {
  test('holds what organisations typed about the person, what they asked, and the files they sent', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { amara } = await withTraces(the);
    const { sections } = await copyOf(the, amara);
    expect(sections.memberships).toEqual([
      expect.objectContaining({
        code: practice,
        jobTitle: 'Amara’s desk',
        phone: '020 7946 0777',
        state: 'active',
      }),
    ]);
    expect(sections.accessRequests).toHaveLength(2);
    expect(sections.mainContactRequests).toHaveLength(2);
    expect(sections.handovers).toEqual([
      expect.objectContaining({ side: 'offered-to-you', state: 'declined' }),
    ]);
    expect(sections.leavers).toEqual([expect.objectContaining({ isOwn: false, note: 'Amara says.' })]);
    expect(sections.reviews).toHaveLength(1);
    expect(sections.peopleFiles).toEqual([expect.objectContaining({ fileName: 'people.csv' })]);
  });

  test('[P12] never says why an administrator removed somebody, nor names a colleague', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { amara, ben } = await withTraces(the);
    await remove(the, amara, ben);
    const { browser, sections } = await copyOf(the, amara);
    const { accessRequests: _, mainContactRequests: __, ...others } = sections;
    expect(JSON.stringify(others)).not.toMatch(/"security"|shared a password|Ben Okoro|Someone|Senior/);
    expect((await browser.get('/account/activity')).text).not.toMatch(
      /Reason: security|shared a password|Ben/,
    );
    const page = await browser.get('/account/data/copy');
    expect(page.text).toContain('Not one of its people any more');
    expect(page.text).not.toMatch(/shared a password|Ben Okoro/);
  });

  test('[P16 P18] an invitation to one’s address is in it, and in nobody else’s', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { ben, there } = await withTraces(the);
    const invited = await the.addPerson({ name: 'Cerys Vale' });
    await addInvited(the, there.id, invited.email);
    expect((await copyOf(the, invited)).sections.memberships).toEqual([
      expect.objectContaining({ state: 'invited', fullName: 'Cerys As Typed' }),
    ]);
    expect((await copyOf(the, ben)).sections.memberships).toHaveLength(1);
  });
});

const addInvited = (the: Portal, organisation: string, email: string) =>
  the.needs.database
    .insertInto('member')
    .values({
      id: the.needs.ids.next(),
      organisation_id: organisation,
      state: 'invited',
      full_name: 'Cerys As Typed',
      email_typed: email,
      email_canonical: email,
      created_at: the.needs.clock.now(),
    })
    .execute();

async function closeAndErase(the: Portal, person: AddedPerson) {
  const browser = the.browser();
  await logIn(browser, person);
  await browser.get('/account/data/close');
  await browser.post('/account/data/close', { sure: 'yes' });
  the.clock.advance(days(30) + minutes(1));
  await the.runDue();
}

describe('erasure', () => {
  test('leaves no table with the name, the address or the number, whatever the person was or asked', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { amara } = await withTraces(the);
    await closeAndErase(the, amara);
    for (const text of ['Amara', amara.email, '7946 0777'])
      expect([text, await tablesWith(the, text)]).toEqual([
        text,
        text.startsWith('7946') ? [] : ['sandbox_message'],
      ]);
    expect(await tablesWith(the, amara.id)).toEqual(['audit_event']);
  });

  test('of somebody who was removed before takes the name and the note, and keeps that somebody was there', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { amara, ben, ours } = await withTraces(the);
    await remove(the, amara, ben);
    await closeAndErase(the, amara);
    const member = await the.needs.database
      .selectFrom('member')
      .select(['state', 'full_name', 'ended_because', 'ended_note', 'account_id'])
      .where('id', '=', ours.id)
      .executeTakeFirst();
    expect(member).toEqual({
      state: 'removed',
      full_name: '–',
      ended_because: 'security',
      ended_note: null,
      account_id: null,
    });
    expect(await tablesWith(the, 'shared a password')).toEqual([]);
  });

  test('touches nobody else of the practice', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { amara, ben, there } = await withTraces(the);
    await closeAndErase(the, amara);
    const left = await findLiveMember(the.needs.database, there.id, { accountId: ben.id });
    expect([left?.fullName, left?.state]).toEqual(['Ben Okoro', 'active']);
  });
});

describe('time', () => {
  const counts = async ({ needs: { database } }: Portal) => {
    const count = async (
      table: 'member' | 'access_request' | 'main_contact_request' | 'leaver_report' | 'access_review',
    ) =>
      (
        await database
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    return {
      members: await count('member'),
      accessRequests: await count('access_request'),
      mainContactRequests: await count('main_contact_request'),
      leavers: await count('leaver_report'),
      reviews: await count('access_review'),
    };
  };

  const settings = { retention: { accessRequests: '20 days', removedMembers: '50 days' } };

  test('what was asked and decided is forgotten after its time, and what waits is not', async () => {
    const the = await portal({ profile: 'primary-care', settings });
    await withTraces(the);
    the.clock.advance(days(19));
    await the.runDue();
    expect(await counts(the)).toMatchObject({ accessRequests: 2, mainContactRequests: 2, leavers: 1 });
    the.clock.advance(days(2));
    await the.runDue();
    expect(await counts(the)).toMatchObject({ accessRequests: 1, mainContactRequests: 1, leavers: 0 });
  });

  test('who was removed, and what was reviewed, is forgotten after its time, and who is there is not', async () => {
    const the = await portal({ profile: 'primary-care', settings });
    const { amara, ben } = await withTraces(the);
    await remove(the, amara, ben);
    the.clock.advance(days(49));
    await the.runDue();
    expect(await counts(the)).toMatchObject({ members: 2, reviews: 1 });
    the.clock.advance(days(2));
    await the.runDue();
    expect(await counts(the)).toMatchObject({ members: 1, reviews: 0 });
  });

  test('an invitation that nobody took up is forgotten like an account that nobody activated', async () => {
    const the = await portal({ profile: 'primary-care' });
    const { there } = await withTraces(the);
    await addInvited(the, there.id, 'cerys@practice.example');
    the.clock.advance(days(179));
    await the.runDue();
    expect(await tablesWith(the, 'Cerys As Typed')).toEqual(['member']);
    the.clock.advance(days(2));
    await the.runDue();
    expect(await tablesWith(the, 'Cerys As Typed')).toEqual([]);
  });
});
