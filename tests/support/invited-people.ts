import { type Actor, actingForThemselves } from '../../src/kernel/actor.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import type { AccountId, Id } from '../../src/kernel/ids.ts';
import { findHere, holdHere } from '../../src/organisations/here.ts';
import { inviteMember } from '../../src/organisations/invitations/invite-member.ts';
import { readRoleKey } from '../../src/organisations/roles/roles.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';
import type { AddedPerson } from './portal-people.ts';

/** A practice with its main contact, Amara Osei. */
export async function withMainContact(options: PortalOptions = {}) {
  const run = await portal({ profile: 'primary-care', ...options });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  return { run, amara };
}

interface Invited {
  email: string;
  fullName: string;
  roles?: string[];
  startsOn?: string;
  code?: string;
}

/** Has the practice's main contact invite somebody, and the email sent; gives the member's id. */
export async function invite(run: Portal, { email, fullName, roles, startsOn, code = 'Z90002' }: Invited) {
  const { needs } = run;
  const id = await inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    const by = await holdHere(tx, await mainContact(run, here.practice.id), here);
    const address = readEmailAddress(email);
    if (!address) throw new Error(`${email} is no address`);
    const given = (roles ?? ['portal/member']).flatMap((key) => readRoleKey(here.services, key) ?? []);
    const person = { fullName, email: address, branchId: here.place.branchId, roles: given, startsOn };
    const invited = await inviteMember(needs, tx, { by, here }, person);
    if (invited.outcome !== 'invited') throw new Error(invited.outcome);
    return invited.memberId;
  });
  await run.runDue();
  return id;
}

async function mainContact({ needs }: Portal, practice: string): Promise<Actor> {
  const row = await needs.database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.full_name as name'])
    .where('membership.organisation_id', '=', practice)
    .where('membership.role', '=', 'main-contact')
    .executeTakeFirstOrThrow();
  const now = needs.clock.now();
  return actingForThemselves({
    accountId: row.id as AccountId,
    name: row.name,
    realm: 'portal',
    language: undefined,
    sessionId: needs.ids.next<'session'>() as Id<'session'>,
    authenticatedAt: now,
    factorProvenAt: undefined,
    sessionEnds: { idleAt: now, atLatest: now },
    roles: [],
    organisation: undefined,
  });
}

/** The newest email to somebody. */
export async function newest(run: Portal, email: string) {
  const [mail] = await run.inbox(email);
  if (!mail) throw new Error(`nothing was sent to ${email}`);
  return mail;
}

const invitations = async (run: Portal, email: string) =>
  (await run.inbox(email)).filter(({ links }) => links.some((link) => link.includes('/invitation?')));

/** The link of the newest invitation. */
export async function linkOf(run: Portal, email: string): Promise<string> {
  const [mail] = await invitations(run, email);
  return mail?.links.find((link) => link.includes('/invitation?')) ?? '';
}

export const codeOf = async (run: Portal, email: string): Promise<string> =>
  (await invitations(run, email))[0]?.codes[0] ?? '';

export const secretOf = (link: string): string => new URL(link).searchParams.get('link') ?? '';

/** The row of whoever was invited by an address, the newest one. */
export const invitedRow = (run: Portal, email: string) =>
  run.needs.database
    .selectFrom('member')
    .selectAll()
    .where('email_canonical', '=', readEmailAddress(email)?.canonical ?? '')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();

/** What somebody may do now, like `Z90002 portal/member`. */
export async function rolesOf(run: Portal, account: AccountId): Promise<string[]> {
  const rows = await run.needs.database
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.code', 'membership.service', 'membership.role'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ code, service, role }) => `${code} ${service}/${role}`).sort();
}

/** As staff leave an account that must not be used. */
export const stopAccount = (run: Portal, person: AddedPerson, state: 'deactivated' | 'closed') =>
  run.needs.database
    .updateTable('account')
    .set({ state, deactivated_because: state === 'deactivated' ? 'support' : null })
    .where('id', '=', person.id)
    .execute();
