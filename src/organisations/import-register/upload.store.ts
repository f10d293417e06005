import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { ImportReport } from './import-report.ts';
import type { Unreadable } from './read-register.ts';

export const addUpload = (
  tx: Tx,
  upload: { id: string; fileName: string; content: Buffer; startedBy: AccountId; now: Date },
) =>
  tx
    .insertInto('register_import')
    .values({
      id: upload.id,
      file_name: upload.fileName,
      state: 'waiting',
      content: upload.content,
      started_by: upload.startedBy,
      created_at: upload.now,
    })
    .execute();

/** The oldest upload not done; one that a crash left running is found again, since an import may be repeated. */
export const findWaitingUpload = (db: Queryable) =>
  db
    .selectFrom('register_import')
    .select(['id', 'file_name as fileName', 'content', 'started_by as startedBy'])
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

/** Outside the import's transaction, so that the desk sees it move. */
export const showProgress = (db: Queryable, id: string, done: number, total: number) =>
  db
    .updateTable('register_import')
    .set({ state: 'running', rows_done: done, rows_total: total })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();

export const giveUp = (db: Queryable, id: string, problem: string, now: Date) =>
  db
    .updateTable('register_import')
    .set({ state: 'failed', problem, content: null, finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();

const shown = [
  'register_import.id',
  'file_name as fileName',
  'register_import.state',
  'rows_total as rowsTotal',
  'rows_done as rowsDone',
  'problem',
  'report',
  'register_import.created_at as createdAt',
  'account.full_name as startedBy',
] as const;

export const findImport = async (db: Queryable, id: string): Promise<ShownImport | undefined> => {
  const found = await db
    .selectFrom('register_import')
    .leftJoin('account', 'account.id', 'started_by')
    .select(shown)
    .where('register_import.id', '=', id)
    .executeTakeFirst();
  return found && asShown(found);
};

export const listImports = async (db: Queryable, limit: number): Promise<ShownImport[]> => {
  const found = await db
    .selectFrom('register_import')
    .leftJoin('account', 'account.id', 'started_by')
    .select(shown)
    .orderBy('register_import.created_at', 'desc')
    .limit(limit)
    .execute();
  return found.map(asShown);
};

export interface ShownImport {
  id: string;
  fileName: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  rowsTotal: number | null;
  rowsDone: number;
  problem: Unreadable | 'broken-off' | null;
  report: ImportReport | null;
  createdAt: Date;
  startedBy: string | null;
}

/** The database holds the words of these unions in columns of text and JSON. */
const asShown = (row: object) => row as ShownImport;

export const hasImported = async (db: Queryable, fileName: string): Promise<boolean> =>
  (await db
    .selectFrom('register_import')
    .select('id')
    .where('file_name', '=', fileName)
    .where('state', '=', 'done')
    .executeTakeFirst()) !== undefined;
