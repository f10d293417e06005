import { setPassword } from '../../src/identity/passwords/password.store.ts';
import type { Actor, Realm } from '../../src/kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../src/kernel/ids.ts';
import { endMember } from '../../src/organisations/members/end-member.ts';
import { findLiveMember } from '../../src/organisations/members/member.store.ts';
import { findById } from '../../src/organisations/places/organisation.store.ts';
import { applyRoles } from '../../src/organisations/roles/apply-roles.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { actorOf } from './actor-of.ts';
import { logIn } from './main-job.ts';
import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import { type AddedPerson, addBranch, goodPassword, type PersonOptions } from './portal-people.ts';

/** The places of the matrix: a practice with two branches, and another practice with a branch of its own. */
export const places = {
  practice: 'Z90001',
  branch: 'Z90001001',
  otherBranch: 'Z90001002',
  elsewhere: 'Z90002',
  branchElsewhere: 'Z90002001',
} as const;

/** Somebody in each of them besides, who does nothing: what others see of them is what is asked. */
export const onlookers = {
  'Ottilie Practice': places.practice,
  'Ottilie Elsewhere': places.elsewhere,
  'Ottilie Branch': places.branch,
  'Ottilie Otherbranch': places.otherBranch,
  'Ottilie Faraway': places.branchElsewhere,
} as const;

type Fate = 'logs in to the portal' | 'on leave' | 'removed' | 'deactivated';

const { practice, branch, elsewhere, branchElsewhere } = places;

/** Everybody whom the matrix knows besides nobody: how they came to be what they are, and what became of them. */
const people = {
  'person without an organisation': {},
  member: { roles: { [practice]: ['portal/member'] } },
  'order clerk': { roles: { [practice]: ['supplies/order-clerk'] } },
  'claims clerk': { roles: { [practice]: ['payments/view-claims'] } },
  'payments administrator': { roles: { [practice]: ['payments/administrator'] } },
  'performers list administrator': { roles: { [practice]: ['performers-list/administrator'] } },
  'main contact': { mainContactOf: practice },
  deputy: { roles: { [practice]: ['portal/deputy'] } },
  'member of the branch': { roles: { [branch]: ['portal/member'] } },
  'deputy of the branch': { roles: { [branch]: ['portal/deputy'] } },
  'payments administrator of the branch': { roles: { [branch]: ['payments/administrator'] } },
  'main contact of another practice': { mainContactOf: elsewhere },
  'deputy of another practice': { roles: { [elsewhere]: ['portal/deputy'] } },
  'support agent': { staff: 'agent' },
  'support administrator': { staff: 'administrator' },
  'support agent in the portal': { staff: 'agent', fate: 'logs in to the portal' },
  'main contact on leave': { mainContactOf: practice, fate: 'on leave' },
  'main contact who was removed': { mainContactOf: practice, fate: 'removed' },
  'main contact who was deactivated': { mainContactOf: practice, fate: 'deactivated' },
} satisfies Record<string, PersonOptions & { fate?: Fate }>;

export type ActorKind = 'nobody' | keyof typeof people;
export const actorKinds = ['nobody', ...Object.keys(people)] as ActorKind[];

export interface Somebody {
  /** As every request of theirs is judged. */
  actor: Actor | undefined;
  browser: Browser;
  person: AddedPerson | undefined;
}

/** All of them in one portal, each logged in to a browser of their own before anything became of them. */
export async function everybodyThere(the: Portal): Promise<Record<ActorKind, Somebody>> {
  for (const [name, code] of Object.entries(onlookers)) {
    if (code === practice || code === elsewhere)
      await the.addPerson({ name, roles: { [code]: ['portal/member'] } });
    else await addBranch(the, code, code === branchElsewhere ? elsewhere : practice);
  }
  for (const [name, code] of Object.entries(onlookers))
    if (code !== practice && code !== elsewhere)
      await the.addPerson({ name, roles: { [code]: ['portal/member'] } });
  const all: Partial<Record<ActorKind, Somebody>> = {
    nobody: { actor: undefined, browser: the.browser(), person: undefined },
  };
  for (const [kind, options] of Object.entries(people))
    all[kind as ActorKind] = await somebody(the, kind, options);
  return all as Record<ActorKind, Somebody>;
}

async function somebody(
  the: Portal,
  name: string,
  { fate, ...options }: PersonOptions & { fate?: Fate },
): Promise<Somebody> {
  const person = await the.addPerson({ name, ...options });
  const realm: Realm = options.staff && !fate ? 'support' : 'portal';
  if (fate === 'logs in to the portal') await givePortalPassword(the, person.id);
  const browser = the.browser();
  await logIn(browser, person, realm === 'support' ? '/log-in/staff' : '/log-in');
  if (fate) await meet(the, person.id, fate);
  return { actor: await actorOf(the, browser, realm), browser, person };
}

const givePortalPassword = ({ needs }: Portal, account: AccountId) =>
  inTransaction(needs.database, async (tx) =>
    setPassword(tx, account, 'portal', await needs.hasher.hash(goodPassword), needs.clock.now()),
  );

/** What happened to somebody after they logged in; their session stays open as far as the product lets it. */
const meet = ({ needs }: Portal, account: AccountId, fate: Fate) =>
  inTransaction(needs.database, async (tx) => {
    const { id } = await tx
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', practice)
      .executeTakeFirstOrThrow();
    const member = await findLiveMember(tx, id as OrganisationId, { accountId: account });
    const organisation = await findById(tx, id as OrganisationId);
    if (!member || !organisation) return;
    if (fate === 'removed')
      await endMember(needs, tx, { practice: organisation, member, by: 'system', because: 'left' });
    if (fate === 'on leave') {
      await tx.updateTable('member').set({ state: 'on-leave' }).where('id', '=', member.id).execute();
      await applyRoles(needs, tx, member.id, { by: null, because: 'on-leave' });
    }
    if (fate === 'deactivated')
      await tx
        .updateTable('account')
        .set({ state: 'deactivated', deactivated_because: 'support' })
        .where('id', '=', account)
        .execute();
  });
