import { sql } from 'kysely';
import type { AccountId, Id, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { type Sealed, versionPrefix } from '../../platform/database/reseal.ts';
import { addStaffTask, finishStaffTask } from '../staff-task.store.ts';

export type CorrectionId = Id<'correction'>;

const correctionTaskKind = 'correction-asked';

interface NewCorrection {
  id: CorrectionId;
  accountId: AccountId;
  sealedText: Buffer;
  now: Date;
}

/** Keeps what was asked, and gives it to staff. Gives the reference of their task. */
export async function addCorrection(tx: Tx, ids: Ids, correction: NewCorrection): Promise<string> {
  const { id, accountId, sealedText, now } = correction;
  await tx
    .insertInto('correction_request')
    .values({ id, account_id: accountId, sealed_text: sealedText, asked_at: now })
    .execute();
  const reference = ids.reference();
  const record = { type: 'correction', id };
  await addStaffTask(tx, ids, { kind: correctionTaskKind, record, reference, now });
  return reference;
}

/** How many requests of one person staff have not dealt with. */
export const countOpenCorrections = async (db: Queryable, account: AccountId): Promise<number> => {
  const { count } = await db
    .selectFrom('correction_request')
    .innerJoin('staff_task', 'staff_task.record_id', 'correction_request.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};

export interface KeptCorrection {
  id: CorrectionId;
  accountId: AccountId;
  fullName: string;
  askedAt: Date;
  /** Empty once staff dealt with it. */
  sealed: Buffer;
}

export const findCorrection = async (db: Queryable, id: string) =>
  (await db
    .selectFrom('correction_request')
    .innerJoin('account', 'account.id', 'correction_request.account_id')
    .select([
      'correction_request.id',
      'account_id as accountId',
      'account.full_name as fullName',
      'asked_at as askedAt',
      'sealed_text as sealed',
    ])
    .where('correction_request.id', '=', id)
    .executeTakeFirst()) as KeptCorrection | undefined;

/** Ends the task and erases the text, once: of two who answer at the same time the second is told so. */
export async function finishCorrection(tx: Tx, id: string, by: AccountId, now: Date): Promise<boolean> {
  const isFirst = await finishStaffTask(tx, { kind: correctionTaskKind, recordId: id, by, now });
  await tx
    .updateTable('correction_request')
    .set({ sealed_text: Buffer.alloc(0) })
    .where('id', '=', id)
    .execute();
  return isFirst;
}

/** Requests that staff have not dealt with. */
export const sealedCorrections = (keyRing: KeyRing): Sealed => ({
  name: 'requests for correction',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('correction_request')
      .select(['id', 'sealed_text'])
      .where(sql<boolean>`length(sealed_text) > 0`)
      .where(sql<boolean>`substring(sealed_text FROM 1 FOR 4) <> ${versionPrefix(keyRing.newest)}`)
      .limit(atMost)
      .forUpdate()
      .execute();
    for (const { id, sealed_text } of rows) {
      const fresh = keyRing.seal('data-rights', keyRing.open('data-rights', sealed_text, id), id);
      await tx.updateTable('correction_request').set({ sealed_text: fresh }).where('id', '=', id).execute();
    }
    return rows.length;
  },
});
