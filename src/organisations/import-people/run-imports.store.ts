import { sql } from 'kysely';
import type { SessionId } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { PeopleImportId, RowOutcome } from './people-import.ts';

export interface RunningImport {
  id: PeopleImportId;
  code: string;
  startedBy: AccountId | null;
  starterName: string | null;
  confirmedAt: Date;
  confirmedIn: SessionId;
}

/** Those that are confirmed and not done, the first first. */
export const listRunningImports = (db: Queryable, atMost: number): Promise<RunningImport[]> =>
  db
    .selectFrom('people_import as i')
    .innerJoin('organisation', 'organisation.id', 'i.organisation_id')
    .leftJoin('account', 'account.id', 'i.started_by')
    .select([
      'i.id',
      'organisation.code',
      'i.started_by as startedBy',
      'account.full_name as starterName',
      'i.confirmed_at as confirmedAt',
      'i.confirmed_in as confirmedIn',
    ])
    .where('i.state', '=', 'running')
    .orderBy('i.confirmed_at')
    .orderBy('i.id')
    .limit(atMost)
    .$castTo<RunningImport>()
    .execute();

/** False when another node finished it meanwhile. */
export const holdRunning = async (tx: Tx, id: PeopleImportId): Promise<boolean> =>
  (await tx
    .selectFrom('people_import')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()) !== undefined;

/** The next rows whose turn it is. */
export const listWaitingRows = (tx: Tx, id: PeopleImportId, atMost: number) =>
  tx
    .selectFrom('people_import_row')
    .select(['line', 'content'])
    .where('import_id', '=', id)
    .where('outcome', 'is', null)
    .orderBy('line')
    .limit(atMost)
    .execute();

export interface SettledRow {
  line: number;
  outcome: RowOutcome;
  memberId: MemberId | null;
  codes: readonly string[];
}

/** What became of a batch of rows, in the transaction that did it; what they said is forgotten. */
export async function settleRows(tx: Tx, id: PeopleImportId, rows: readonly SettledRow[]): Promise<void> {
  await sql`
    UPDATE people_import_row r
       SET outcome = settled.outcome, member_id = settled."memberId", problems = settled.codes, content = NULL
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           AS settled (line integer, outcome text, "memberId" uuid, codes jsonb)
     WHERE r.import_id = ${id} AND r.line = settled.line`.execute(tx);
}

/** Whoever sent the file may not go on: the rest stays undone. */
export const stopRows = (tx: Tx, id: PeopleImportId) =>
  tx
    .updateTable('people_import_row')
    .set({ outcome: 'stopped', content: null })
    .where('import_id', '=', id)
    .where('outcome', 'is', null)
    .execute();

/** Done once no row waits. */
export const finishImport = async (tx: Tx, id: PeopleImportId, now: Date): Promise<boolean> => {
  const finished = await tx
    .updateTable('people_import')
    .set({ state: 'done', finished_at: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('people_import_row')
            .select('line')
            .where('import_id', '=', id)
            .where('outcome', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return finished.numUpdatedRows > 0n;
};
