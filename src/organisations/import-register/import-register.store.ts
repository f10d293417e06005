import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { RegisterStatus } from '../places/organisation.ts';
import type { Held } from './compare-rows.ts';
import type { ImportReport } from './import-report.ts';
import type { RegisterKind } from './register-row.ts';

/** Any number will do, as long as every import takes the same one. */
const importLock = 6_120_934_417;

/** Two imports at once: the second waits here until the first has committed. */
export async function waitForOtherImports(tx: Tx): Promise<void> {
  await sql`SET LOCAL lock_timeout = '24s'`.execute(tx);
  await sql`SELECT pg_advisory_xact_lock(${importLock})`.execute(tx);
}

export async function findHeld(
  tx: Tx,
  rows: readonly { code: string; parentCode: string | null }[],
): Promise<Map<string, Held>> {
  const found = await sql<Held & { code: string }>`
    SELECT incoming.code, held.kind, held.register_hash AS "registerHash", held.status,
           practice.id AS "parentId", practice.status AS "parentStatus"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS incoming (code text, "parentCode" text)
      LEFT JOIN organisation held ON held.code = incoming.code
      LEFT JOIN organisation practice ON practice.code = incoming."parentCode" AND practice.kind = 'practice'
  `.execute(tx);
  return new Map(found.rows.map(({ code, ...held }) => [code, held]));
}

export interface WrittenRow {
  id: string;
  code: string;
  kind: RegisterKind;
  name: string;
  parentId: string | null;
  parentCode: string | null;
  status: RegisterStatus;
  addressLines: string[];
  postcode: string | null;
  phone: string | null;
  prescribingSetting: string | null;
  openedOn: string | null;
  closedOn: string | null;
  searchText: string;
  hash: string;
  cells: string[];
}

/** Overwrites what the register knows, and nothing that is ours: registration, mailbox, memberships. */
export async function writeRows(tx: Tx, rows: readonly WrittenRow[], now: Date): Promise<void> {
  await sql`
    INSERT INTO organisation (id, code, kind, name, parent_id, parent_code, status, address_lines, postcode, phone,
        prescribing_setting, opened_on, closed_on, search_text, register_hash, register_row, imported_at)
      SELECT id, code, kind, name, "parentId", "parentCode", status, "addressLines", postcode, phone,
        "prescribingSetting", "openedOn", "closedOn", "searchText", hash, cells, ${now}
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS incoming (id uuid, code text,
          kind organisation_kind, name text, "parentId" uuid, "parentCode" text, status register_status,
          "addressLines" text[], postcode text, phone text, "prescribingSetting" text, "openedOn" date,
          "closedOn" date, "searchText" text, hash text, cells jsonb)
    ON CONFLICT (code) DO UPDATE SET (name, parent_id, parent_code, status, address_lines, postcode, phone,
        prescribing_setting, opened_on, closed_on, search_text, register_hash, register_row, imported_at) =
      ROW (excluded.name, excluded.parent_id, excluded.parent_code, excluded.status, excluded.address_lines,
        excluded.postcode, excluded.phone, excluded.prescribing_setting, excluded.opened_on, excluded.closed_on,
        excluded.search_text, excluded.register_hash, excluded.register_row, excluded.imported_at)
  `.execute(tx);
}

/** Gives every branch the status its close date and its practice leave it; tells which closed by that. */
export async function settleBranches(tx: Tx, today: string): Promise<{ code: string; name: string }[]> {
  const settled = await sql<{ code: string; name: string; status: RegisterStatus }>`
    WITH settled AS (
      SELECT branch.id, CASE WHEN branch.closed_on <= ${today}::date THEN 'closed' ELSE practice.status END AS status
        FROM organisation branch JOIN organisation practice ON practice.id = branch.parent_id
       WHERE branch.kind = 'branch')
    UPDATE organisation SET status = settled.status FROM settled
     WHERE organisation.id = settled.id AND organisation.status <> settled.status
     RETURNING organisation.code, organisation.name, organisation.status
  `.execute(tx);
  return settled.rows.filter((row) => row.status === 'closed').map(({ code, name }) => ({ code, name }));
}

/**
 * Ends what is held at branches that belong to another practice now, in the very change that moves them: nobody may act
 * for a practice that did not choose them.
 */
export const endHeldAtMovedBranches = (tx: Tx, now: Date) =>
  sql`
    UPDATE membership held SET ended_at = ${now}, ended_reason = 'branch-moved'
      FROM member m, organisation branch
     WHERE branch.id = m.branch_id AND branch.parent_id <> m.organisation_id AND m.state <> 'removed'
       AND held.account_id = m.account_id AND held.organisation_id = branch.id
       AND held.ended_at IS NULL AND held.service <> 'support'
       AND NOT EXISTS (SELECT FROM member own WHERE own.account_id = m.account_id AND own.state = 'active'
                          AND own.organisation_id = branch.parent_id AND own.branch_id = branch.id)
  `.execute(tx);

/** Marks an import done in the import's own transaction; one that came by command line gets its row here. */
export const keepReport = (
  tx: Tx,
  id: string,
  input: { fileName: string; startedBy: string | null },
  report: ImportReport,
  now: Date,
) => {
  const done = {
    state: 'done',
    content: null,
    rows_total: report.rows,
    rows_done: report.rows,
    report: JSON.stringify(report),
    finished_at: now,
  };
  return tx
    .insertInto('register_import')
    .values({ id, file_name: input.fileName, started_by: input.startedBy, created_at: now, ...done })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(done))
    .execute();
};

/** False when another node finished the same upload while this one waited. */
export const isStillWanted = async (tx: Tx, id: string): Promise<boolean> => {
  const held = await tx.selectFrom('register_import').select('state').where('id', '=', id).executeTakeFirst();
  return held === undefined || held.state === 'waiting' || held.state === 'running';
};
