import type { Id } from '../../src/kernel/ids.ts';
import { findLiveMember } from '../../src/organisations/members/member.store.ts';
import { findByCode } from '../../src/organisations/places/organisation.store.ts';
import type { Portal } from './portal.ts';
import type { AddedPerson } from './portal-people.ts';

/** What the tables about people of a practice come to hold about one of them, in time; another looks after the practice. */
export async function addPeopleTraces(the: Portal, code: string, amara: AddedPerson, ben: AddedPerson) {
  const { database, ids, clock } = the.needs;
  const now = clock.now();
  const there = await findByCode(database, code);
  if (!there) throw new Error('no practice');
  const ours = await findLiveMember(database, there.id, { accountId: amara.id });
  const theirs = await findLiveMember(database, there.id, { accountId: ben.id });
  if (!ours || !theirs) throw new Error('no members');
  const own = { full_name: amara.name, email_typed: amara.email, email_canonical: amara.email };
  await database
    .updateTable('member')
    .set({ job_title: 'Amara’s desk', phone: '020 7946 0777' })
    .where('id', '=', ours.id)
    .execute();
  for (const state of ['waiting', 'refused'] as const)
    await database
      .insertInto('access_request')
      .values({
        ...own,
        id: ids.next(),
        organisation_id: there.id,
        state,
        account_id: amara.id,
        created_at: now,
        note: 'Amara asks.',
        decision_reason: state === 'refused' ? 'We know no Amara.' : null,
        decided_at: state === 'refused' ? now : null,
      })
      .execute();
  for (const state of ['waiting', 'refused'] as const)
    await database
      .insertInto('main_contact_request')
      .values({
        ...own,
        id: ids.next(),
        reference: ids.reference(),
        organisation_id: there.id,
        language: 'en',
        reason: 'Amara is the only one left.',
        authoriser: 'gp-partner',
        authoriser_name: 'Dr Amara Senior',
        state,
        created_at: now,
        decided_at: state === 'refused' ? now : null,
      })
      .execute();
  await database
    .insertInto('handover')
    .values({
      id: ids.next(),
      organisation_id: there.id,
      from_member: theirs.id,
      to_member: ours.id,
      state: 'declined',
      offered_at: now,
      expires_at: now,
      ended_at: now,
      afterwards: 'deputy',
    })
    .execute();
  const report = {
    organisation_id: there.id,
    said_by: amara.id,
    said_by_name: amara.name,
    note: 'Amara says.',
  };
  await database
    .insertInto('leaver_report')
    .values({
      ...report,
      id: ids.next(),
      is_own: false,
      leaver_name: 'Someone',
      created_at: now,
      resolved_at: now,
    })
    .execute();
  const review: Id<'review'> = ids.next();
  await database
    .insertInto('access_review')
    .values({ id: review, organisation_id: there.id, opened_at: now, due_at: now, finished_at: now })
    .execute();
  await database
    .insertInto('access_review_answer')
    .values({ review_id: review, member_id: ours.id, decision: 'keep', answered_at: now })
    .execute();
  await database
    .insertInto('people_import')
    .values({
      id: ids.next(),
      organisation_id: there.id,
      started_by: amara.id,
      file_name: 'people.csv',
      state: 'done',
      created_at: now,
    })
    .execute();
  return { there, ours };
}
