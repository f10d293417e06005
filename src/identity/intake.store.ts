import type { Realm } from '../kernel/actor.ts';
import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId, Id } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

/** The due work that answers them. */
export const intakeWork = 'handle-intake';

export type IntakeId = Id<'intake'>;

export type IntakeKind = 'recover-account' | 'resend-activation' | 'create-account';

interface NewIntake {
  id: IntakeId;
  kind: IntakeKind;
  realm: Realm;
  address?: EmailAddress;
  accessLinkId?: string;
  /** What else was typed, as plain JSON. */
  details?: object;
  language: Language;
  now: Date;
}

/** Writes down what was asked, and looks nothing up: whoever asks, the work is the same. */
export const addIntake = (tx: Tx, intake: NewIntake) =>
  tx
    .insertInto('intake')
    .values({
      id: intake.id,
      kind: intake.kind,
      realm: intake.realm,
      address_typed: intake.address?.typed ?? null,
      address_canonical: intake.address?.canonical ?? null,
      access_link_id: intake.accessLinkId ?? null,
      details: intake.details ? JSON.stringify(intake.details) : null,
      language: intake.language,
      created_at: intake.now,
    })
    .execute();

/** The oldest request of these kinds not handled yet; locked, so that two nodes never handle it twice. */
export const claimIntake = (tx: Tx, kinds: IntakeKind[]) =>
  tx
    .selectFrom('intake')
    .leftJoin('access_link', 'access_link.id', 'intake.access_link_id')
    .select([
      'intake.id',
      'intake.kind',
      'intake.realm',
      'intake.address_typed as typed',
      'intake.address_canonical as canonical',
      'intake.language',
      'intake.details',
      'access_link.account_id as accountId',
    ])
    .where('handled_at', 'is', null)
    .where('intake.kind', 'in', kinds)
    .orderBy('intake.created_at')
    .limit(1)
    .forUpdate('intake')
    .skipLocked()
    .$narrowType<{ accountId: AccountId | null }>()
    .executeTakeFirst();

export type Intake = NonNullable<Awaited<ReturnType<typeof claimIntake>>>;

/** What was typed is not kept longer than it is needed. */
export const markHandled = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('intake')
    .set({ handled_at: now, address_typed: null, address_canonical: null, details: null })
    .where('id', '=', id)
    .execute();

export const removeHandledIntakes = (db: Queryable, handledBefore: Date) =>
  db.deleteFrom('intake').where('handled_at', '<', handledBefore).execute();

/** In which realms an account has a password to reset. */
export const hasPassword = async (db: Queryable, account: AccountId, realm: Realm): Promise<boolean> =>
  (await db
    .selectFrom('password')
    .select('account_id')
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .executeTakeFirst()) !== undefined;

/** Who else vouches for an account's owner, where they log in elsewhere. */
export const findIssuer = async (db: Queryable, account: AccountId): Promise<string | undefined> =>
  (
    await db
      .selectFrom('upstream_identity')
      .select('issuer')
      .where('account_id', '=', account)
      .orderBy('linked_at')
      .limit(1)
      .executeTakeFirst()
  )?.issuer;

/** Whether an account was invited to a realm and has not set its password there; a voided invitation does not count. */
export const waitsForPassword = async (db: Queryable, account: AccountId, realm: Realm): Promise<boolean> =>
  (await db
    .selectFrom('access_link')
    .select('id')
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('purpose', '=', 'activate')
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()) !== undefined;
