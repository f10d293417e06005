import type { Actor } from '../../src/kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../src/kernel/ids.ts';
import { findMember } from '../../src/organisations/members/member.store.ts';
import type { Member, MemberId } from '../../src/organisations/members/member.ts';
import { actorOf } from './actor-of.ts';
import { logIn } from './main-job.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import type { AddedPerson, PersonOptions } from './portal-people.ts';

export const practiceCode = 'Z90002';

/** Somebody who is logged in, and how their requests are judged at this moment. */
export interface HerePerson {
  person: AddedPerson;
  browser: Browser;
  actor(): Promise<Actor>;
}

export async function logged(run: Portal, options: PersonOptions): Promise<HerePerson> {
  const person = await run.addPerson(options);
  const browser = run.browser();
  await logIn(browser, person);
  const actor = async () => {
    const now = await actorOf(run, browser);
    if (!now) throw new Error(`${person.name} is not logged in`);
    return now;
  };
  return { person, browser, actor };
}

/** A practice of the invented register with its main contact, who is logged in. */
export async function practiceWithMainContact(options: PortalOptions = {}) {
  const run = await portal({ profile: 'primary-care', ...options });
  const amara = await logged(run, { name: 'Amara Osei', mainContactOf: practiceCode });
  return { run, amara };
}

export const organisationId = async ({ needs }: Portal, code: string): Promise<OrganisationId> =>
  (
    await needs.database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
  ).id as OrganisationId;

/** The newest membership that somebody has or had at a practice. */
export async function memberOf(
  run: Portal,
  { id }: Pick<AddedPerson, 'id'>,
  code = practiceCode,
): Promise<Member> {
  const practice = await organisationId(run, code);
  const row = await run.needs.database
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', id)
    .where('organisation_id', '=', practice)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const member = await findMember(run.needs.database, practice, row.id as MemberId);
  if (!member) throw new Error('there is no such member');
  return member;
}

/** What somebody may do now, like `Z90002 portal/deputy`. */
export async function heldBy({ needs }: Portal, id: AccountId): Promise<string[]> {
  const rows = await needs.database
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['code', 'service', 'role'])
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('code')
    .orderBy('service')
    .orderBy('role')
    .execute();
  return rows.map(({ code, service, role }) => `${code} ${service}/${role}`);
}
