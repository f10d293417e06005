import type { Needs } from '../../src/composition/needs.ts';
import { addMembership, addReadyAccount, addReadyFactor, type StaffRole } from '../../src/identity/index.ts';
import { addUsername } from '../../src/identity/username.store.ts';
import type { Realm } from '../../src/kernel/actor.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../../src/kernel/ids.ts';
import { readUsername } from '../../src/kernel/username.ts';
import { addReadyMember } from '../../src/organisations/index.ts';
import { mainContact, type RoleName } from '../../src/organisations/roles/roles.ts';
import { inTransaction, type Tx } from '../../src/platform/database/database.ts';
import { ensureOperator } from '../../src/support/index.ts';
import { type HeldFactor, type PersonCodes, personCodes } from './person-codes.ts';
import type { StoppedClock } from './portal.ts';

export interface AddedPerson {
  id: AccountId;
  name: string;
  email: string;
  password: string;
  codes: PersonCodes;
}

export interface PersonOptions {
  name?: string;
  email?: string;
  password?: string;
  username?: string;
  /** Staff log in to the support realm and belong to the operator. */
  staff?: StaffRole;
  /** The code of the practice whose main contact this person is; it is added when it is not there. */
  mainContactOf?: string;
  /** Roles like `portal/deputy` by the code of their practice or branch; practices are added when they are not there. */
  roles?: Readonly<Record<string, readonly string[]>>;
  /** How this person gets security codes, in the order they were set up. */
  factors?: readonly HeldFactor[];
}

export type AddPerson = (options?: PersonOptions) => Promise<AddedPerson>;

/** A password every profile accepts. */
export const goodPassword = 'Three-sunny-gates-1';

export const personAdder =
  (needs: Needs, clock: StoppedClock): AddPerson =>
  async (options = {}) => {
    const name = options.name ?? 'Amara Osei';
    const typed = options.email ?? `${name.toLowerCase().replaceAll(' ', '.')}@practice.example`;
    const email = readEmailAddress(typed);
    if (!email) throw new Error(`${typed} is no address`);
    const password = options.password ?? goodPassword;
    const realm: Realm = options.staff ? 'support' : 'portal';
    const passwordHash = await hashOf(needs, password);
    const { codes, factors } = personCodes(needs, clock, options.factors ?? []);
    const id = await inTransaction(needs.database, async (tx) => {
      const account = await addReadyAccount(needs, tx, {
        fullName: name,
        email,
        language: needs.settings.service.language,
        realm,
        passwordHash,
      });
      await giveUsername(needs, tx, account, options.username);
      await giveRole(needs, tx, account, options);
      await giveRoles(needs, tx, account, options.roles);
      for (const factor of factors) await addReadyFactor(needs, tx, { accountId: account, realm }, factor);
      return account;
    });
    return { id, name, email: typed, password, codes };
  };

const hashes = new Map<string, string>();

/** Most people of the tests have the same password, and hashing it is most of the work of adding them. */
async function hashOf(needs: Needs, password: string): Promise<string> {
  const hash = hashes.get(password) ?? (await needs.hasher.hash(password));
  hashes.set(password, hash);
  return hash;
}

async function giveUsername(needs: Needs, tx: Tx, account: AccountId, text: string | undefined) {
  if (text === undefined) return;
  const username = readUsername(text);
  if (!username || !(await addUsername(needs, tx, account, username)))
    throw new Error(`${text} cannot be a username`);
}

export async function giveRole(
  needs: Needs,
  tx: Tx,
  accountId: AccountId,
  options: PersonOptions,
): Promise<void> {
  const shared = { accountId, givenBy: null, now: needs.clock.now() };
  if (options.staff) {
    const organisationId = await ensureOperator(needs, tx);
    await addMembership(tx, needs.ids, {
      ...shared,
      organisationId,
      service: 'support',
      role: options.staff,
    });
  }
  if (options.mainContactOf) {
    const organisationId = await registeredPractice(needs, tx, options.mainContactOf);
    await addReadyMember(needs, tx, { accountId, organisationId, roles: [mainContact], by: null });
  }
}

async function giveRoles(needs: Needs, tx: Tx, accountId: AccountId, byCode: PersonOptions['roles'] = {}) {
  for (const [code, keys] of Object.entries(byCode)) {
    const organisationId = await registeredPractice(needs, tx, code);
    await addReadyMember(needs, tx, { accountId, organisationId, roles: keys.map(roleOf), by: null });
  }
}

function roleOf(key: string): RoleName {
  const [service = '', role = ''] = key.split('/');
  return { service, role };
}

/** A branch of a practice that is there. */
export async function addBranch({ needs }: { needs: Needs }, code: string, practice: string): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    const parent = await registeredPractice(needs, tx, practice);
    const branch = { code, kind: 'branch', name: `Branch ${code}`, status: 'active' } as const;
    await tx
      .insertInto('organisation')
      .values({ ...branch, id: needs.ids.next(), parent_id: parent, parent_code: practice })
      .execute();
  });
}

async function registeredPractice(needs: Needs, tx: Tx, code: string): Promise<OrganisationId> {
  const known = await tx.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirst();
  if (known) return known.id as OrganisationId;
  const id = needs.ids.next<'organisation'>();
  await tx
    .insertInto('organisation')
    .values({
      id,
      code,
      kind: 'practice',
      name: `Practice ${code}`,
      status: 'active',
      registered_at: needs.clock.now(),
    })
    .execute();
  return id;
}
