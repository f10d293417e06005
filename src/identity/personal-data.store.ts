import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import { erasedName } from './username.store.ts';

export const findOwnAccount = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('account')
    .select([
      'id',
      'full_name as fullName',
      'state',
      'phone',
      'address_lines as addressLines',
      'postcode',
      'occupation',
      'preferred_language as preferredLanguage',
      'contact_needs as contactNeeds',
      'interpreter_language as interpreterLanguage',
      'wished_username as wishedUsername',
      'created_at as createdAt',
      'activated_at as activatedAt',
      'state_changed_at as stateChangedAt',
      'changes_frozen_at as changesFrozenAt',
    ])
    .where('id', '=', id)
    .execute();

export const listOwnAddresses = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('account_email')
    .select([
      'typed as address',
      'canonical',
      'state',
      'confirmed_at as confirmedAt',
      'created_at as createdAt',
    ])
    .where('account_id', '=', id)
    .orderBy('created_at')
    .execute();

export const listOwnNames = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('login_name')
    .select(['typed as name', 'kind', 'retired_at as retiredAt'])
    .where('account_id', '=', id)
    .orderBy('kind')
    .execute();

export const listOwnMemberships = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'organisation.name as organisation',
      'organisation.code',
      'membership.organisation_id as organisationId',
      'membership.service',
      'membership.role',
      'membership.since',
      'membership.ended_at as endedAt',
      // What an administrator said of somebody of their organisation is not for the person.
      sql<string | null>`CASE WHEN membership.service = 'support' THEN membership.ended_reason END`.as(
        'endedReason',
      ),
    ])
    .where('membership.account_id', '=', id)
    .orderBy('membership.since')
    .execute();

export const listOwnSessions = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('session')
    .leftJoin('device', 'device.id', 'session.device_id')
    .select([
      'device.description as device',
      'session.realm',
      'session.started_at as startedAt',
      'session.last_seen_at as lastSeenAt',
      'session.factor_proven_at as factorProvenAt',
      'session.ended_at as endedAt',
      'session.ended_because as endedBecause',
    ])
    .where('session.account_id', '=', id)
    .orderBy('session.started_at', 'desc')
    .execute();

export const listOwnDevices = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('device')
    .select([
      'description',
      'realm',
      'first_used_at as firstUsedAt',
      'last_used_at as lastUsedAt',
      'remembered_until as rememberedUntil',
      'revoked_at as revokedAt',
    ])
    .where('account_id', '=', id)
    .orderBy('first_used_at')
    .execute();

/** Where there is a password and since when; of its hash nothing leaves the table. */
export const listOwnWaysIn = async (db: Queryable, id: AccountId) => [
  ...(await db
    .selectFrom('password')
    .select([sql<string>`'password'`.as('way'), 'realm as where', 'set_at as since'])
    .where('account_id', '=', id)
    .execute()),
  ...(await db
    .selectFrom('upstream_identity')
    .select([sql<string>`'upstream'`.as('way'), 'issuer as where', 'linked_at as since'])
    .where('account_id', '=', id)
    .execute()),
];

export const listOwnEmailChanges = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('email_change')
    .select(['state', 'asked_at as askedAt', 'made_at as madeAt', 'ended_at as endedAt'])
    .where('account_id', '=', id)
    .orderBy('asked_at')
    .execute();

/**
 * What was sent that lets a person in or confirms something; never its secret. What went to an address that is not
 * theirs, or not yet, is left out: whether it was sent tells if that address has an account.
 */
export const listOwnLinks = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('access_link')
    .select(['purpose', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('account_id', '=', id)
    .where((eb) => eb.or([eb('purpose', '<>', 'confirm-email'), eb('used_at', 'is not', null)]))
    .orderBy('created_at')
    .execute();

/** Removes the account with all that hangs on it. Its usernames stay taken, though nobody can read them any more. */
export async function eraseAccountRow(keyRing: KeyRing, tx: Tx, id: AccountId, now: Date): Promise<void> {
  const names = await tx
    .selectFrom('login_name')
    .select('skeleton')
    .where('account_id', '=', id)
    .where('kind', '=', 'username')
    .execute();
  for (const { skeleton } of names)
    await tx
      .insertInto('erased_username')
      .values({ name_mac: keyRing.mac('unknown-name', erasedName(skeleton ?? '')), erased_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await tx.deleteFrom('entry_lane').where('subject', '=', id).execute();
  await tx.deleteFrom('account').where('id', '=', id).execute();
}
