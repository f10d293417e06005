import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Lane } from '../lockout/entry-lane.ts';

export interface ClosedLane {
  realm: Realm;
  step: Lane['step'];
  /** Null where only support opens it. */
  until: Date | null;
  /** Whether it is the counter of one known browser rather than of all unknown ones. */
  ofOneBrowser: boolean;
}

/** Where an account's owner may not enter a password or a code now. */
export const listClosedLanes = async (
  db: Queryable,
  account: AccountId,
  now: Date,
): Promise<ClosedLane[]> => {
  const rows = await db
    .selectFrom('entry_lane')
    .select(['realm', 'step', 'closed_until', 'closed_until_support', 'device_id'])
    .where('subject', '=', account)
    .where((eb) => eb.or([eb('closed_until_support', '=', true), eb('closed_until', '>', now)]))
    .orderBy('last_wrong_at')
    .execute();
  return rows.map((row) => ({
    realm: row.realm,
    step: row.step,
    until: row.closed_until_support ? null : row.closed_until,
    ofOneBrowser: row.device_id !== null,
  }));
};

export const wasActivated = async (db: Queryable, account: AccountId): Promise<boolean> =>
  (await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('activated_at', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** Whether an account that its owner had set up was deactivated for not being used, and for nothing else. */
export const wasStoppedUnused = async (db: Queryable, account: AccountId): Promise<boolean> =>
  (await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('state', '=', 'deactivated')
    .where('deactivated_because', '=', 'unused')
    .where('activated_at', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** Whether somebody is support staff and nothing besides: no role and no password in the portal. */
export const isStaffOnly = async (db: Queryable, account: AccountId): Promise<boolean> => {
  const held = await db
    .selectFrom('membership')
    .select('service')
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  const portalPassword = await db
    .selectFrom('password')
    .select('account_id')
    .where('account_id', '=', account)
    .where('realm', '=', 'portal')
    .executeTakeFirst();
  return !portalPassword && held.length > 0 && held.every((role) => role.service === 'support');
};

/** False when it was stopped already. */
export const stopMail = async (tx: Tx, account: AccountId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('account')
    .set({ mail_stopped_at: now })
    .where('id', '=', account)
    .where('mail_stopped_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Since when it was stopped; nothing when it was not. The account is held. */
export const resumeMail = async (tx: Tx, account: AccountId): Promise<Date | undefined> => {
  const { mail_stopped_at: since } = await tx
    .selectFrom('account')
    .select('mail_stopped_at')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  if (since)
    await tx.updateTable('account').set({ mail_stopped_at: null }).where('id', '=', account).execute();
  return since ?? undefined;
};
