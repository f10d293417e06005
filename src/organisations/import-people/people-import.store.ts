import { sql } from 'kysely';
import type { SessionId } from '../../kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { ImportRow, PeopleImport, PeopleImportId, RowOutcome } from './people-import.ts';
import type { FindingCode } from './row-finding.ts';

export interface NewImport {
  id: PeopleImportId;
  organisationId: OrganisationId;
  startedBy: AccountId;
  fileName: string;
  ignoredColumns: readonly string[];
  now: Date;
}

export const addImport = (tx: Tx, one: NewImport) =>
  tx
    .insertInto('people_import')
    .values({
      id: one.id,
      organisation_id: one.organisationId,
      started_by: one.startedBy,
      file_name: one.fileName,
      ignored_columns: JSON.stringify(one.ignoredColumns),
      state: 'preview',
      created_at: one.now,
    })
    .execute();

export interface NewRow {
  line: number;
  codes: readonly FindingCode[];
  outcome: RowOutcome | null;
  content: Buffer;
  memberId: MemberId | null;
  keyVersion: number;
}

/** A batch of rows in one statement. */
export const addRows = (tx: Tx, id: PeopleImportId, rows: readonly NewRow[]) =>
  tx
    .insertInto('people_import_row')
    .values(
      rows.map(({ line, codes, outcome, content, keyVersion, memberId }) => ({
        import_id: id,
        line,
        key_version: keyVersion,
        content,
        problems: JSON.stringify(codes),
        outcome,
        member_id: memberId,
      })),
    )
    .execute();

const selectImports = (db: Queryable) =>
  db
    .selectFrom('people_import as i')
    .leftJoin('account', 'account.id', 'i.started_by')
    .select([
      'i.id',
      'i.organisation_id as organisationId',
      'i.started_by as startedBy',
      'account.full_name as starterName',
      'i.file_name as fileName',
      'i.ignored_columns as ignoredColumns',
      'i.state',
      'i.created_at as createdAt',
      countOf(sql`true`).as('rows'),
      countOf(sql`r.outcome IS NOT NULL`).as('settled'),
      countOf(sql`r.outcome = 'invited'`).as('invited'),
    ]);

const countOf = (which: ReturnType<typeof sql>) =>
  sql<number>`(SELECT count(*) FROM people_import_row r WHERE r.import_id = i.id AND ${which})`;

type ImportRecord = Awaited<ReturnType<ReturnType<typeof selectImports>['executeTakeFirstOrThrow']>>;

const asImport = (row: ImportRecord): PeopleImport => ({
  ...(row as unknown as PeopleImport),
  startedBy: (row.startedBy ?? undefined) as AccountId | undefined,
  starterName: row.starterName ?? undefined,
});

/** An import of this practice or branch; one of another is not found. */
export async function findImport(
  db: Queryable,
  organisation: OrganisationId,
  id: PeopleImportId,
): Promise<PeopleImport | undefined> {
  const row = await selectImports(db)
    .where('i.id', '=', id)
    .where('i.organisation_id', '=', organisation)
    .executeTakeFirst();
  return row && asImport(row);
}

/** The newest imports of a place. */
export const listImports = async (db: Queryable, organisation: OrganisationId, atMost: number) =>
  (
    await selectImports(db)
      .where('i.organisation_id', '=', organisation)
      .orderBy('i.created_at', 'desc')
      .orderBy('i.id', 'desc')
      .limit(atMost)
      .execute()
  ).map(asImport);

export const listRows = async (db: Queryable, id: PeopleImportId): Promise<ImportRow[]> =>
  (
    await db
      .selectFrom('people_import_row')
      .select(['line', 'problems as codes', 'outcome', 'member_id as memberId'])
      .where('import_id', '=', id)
      .orderBy('line')
      .execute()
  ).map((row) => ({ ...(row as unknown as ImportRow), outcome: (row.outcome ?? undefined) as never }));

/** What some rows say, sealed. */
export const listContents = (db: Queryable, id: PeopleImportId, lines: readonly number[]) =>
  db
    .selectFrom('people_import_row')
    .select(['line', 'content'])
    .where('import_id', '=', id)
    .where('line', 'in', lines.length > 0 ? [...lines] : [0])
    .execute();

/** Whom some rows invited, or who was a member already; those of the whole practice are not shown at a branch. */
export const listImported = async (db: Queryable, id: PeopleImportId) =>
  new Map(
    (
      await db
        .selectFrom('people_import_row as r')
        .innerJoin('people_import as i', 'i.id', 'r.import_id')
        .innerJoin('member', 'member.id', 'r.member_id')
        .leftJoin('account', (join) =>
          join.onRef('account.id', '=', 'member.account_id').on('member.state', '<>', 'removed'),
        )
        .select([
          'r.line',
          sql<string>`coalesce(account.full_name, member.full_name)`.as('fullName'),
          'member.email_typed as email',
        ])
        .where('r.import_id', '=', id)
        .where(sql<boolean>`i.organisation_id IN (member.organisation_id, member.branch_id)`)
        .execute()
    ).map((row) => [row.line, row] as const),
  );

/** One of two who confirm at the same time begins it; what need not be invited is forgotten at once. */
export async function confirmImport(
  tx: Tx,
  id: PeopleImportId,
  confirmed: { by: AccountId; session: SessionId; now: Date },
): Promise<boolean> {
  const begun = await tx
    .updateTable('people_import')
    .set({ state: 'running', confirmed_at: confirmed.now, confirmed_in: confirmed.session })
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .where('started_by', '=', confirmed.by)
    .executeTakeFirst();
  if (begun.numUpdatedRows === 0n) return false;
  await eraseContents(tx, id, 'settled');
  return true;
}

export async function cancelImport(tx: Tx, id: PeopleImportId, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('people_import')
    .set({ state: 'cancelled', finished_at: now })
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await eraseContents(tx, id, 'all');
  return true;
}

const eraseContents = (tx: Tx, id: PeopleImportId, which: 'settled' | 'all') =>
  tx
    .updateTable('people_import_row')
    .set({ content: null })
    .where('import_id', '=', id)
    .$if(which === 'settled', (query) => query.where('outcome', 'is not', null))
    .execute();

/** A batch of files so old that what they said is forgotten, rows and all; one under way is not. */
export async function removePastImports(tx: Tx, before: Date, atMost: number): Promise<number> {
  const removed = await tx
    .deleteFrom('people_import')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('people_import')
        .select('id')
        .where('created_at', '<', before)
        .where('state', '<>', 'running')
        .limit(atMost),
    )
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}
