import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Id, Ids } from '../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Difference, difference, type Held } from './compare-rows.ts';
import {
  endHeldAtMovedBranches,
  findHeld,
  isStillWanted,
  keepReport,
  settleBranches,
  waitForOtherImports,
  writeRows,
} from './import-register.store.ts';
import { capped, countReasons, type ImportReport } from './import-report.ts';
import { type ReadRegister, readRegister, type Unreadable } from './read-register.ts';
import type { RefusedRow, RegisterRow } from './register-row.ts';
import { hashOf, writtenRow } from './written-row.ts';

export type RegisterImportId = Id<'register-import'>;

export interface ImportRegisterNeeds {
  database: Database;
  clock: Clock;
  ids: Ids;
  audit: Audit;
  settings: Pick<Settings, 'service'>;
}

export interface ImportInput {
  bytes: Uint8Array;
  fileName: string;
  actor: Actor | 'system';
  /** The row of an upload; a new one is made for a file that came by command line. */
  id?: RegisterImportId;
  onProgress?: (done: number, total: number) => Promise<void>;
}

export type ImportOutcome =
  | { outcome: 'imported'; id: RegisterImportId; report: ImportReport }
  | { outcome: 'unreadable'; problem: Unreadable; line: number | undefined }
  | { outcome: 'already-done' };

const rowsAtOnce = 1000;

/** Takes a whole register in, in one transaction. Refused rows are left out and named. Repeating it changes nothing. */
export async function importRegister(needs: ImportRegisterNeeds, input: ImportInput): Promise<ImportOutcome> {
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  const register = readRegister(input.bytes, today);
  if (register.outcome === 'unreadable') return register;
  const id = input.id ?? needs.ids.next<'register-import'>();
  return inTransaction(needs.database, async (tx) => {
    await waitForOtherImports(tx);
    if (!(await isStillWanted(tx, id))) return { outcome: 'already-done' };
    const report = await writeRegister(needs, tx, register, today, input.onProgress);
    const startedBy = input.actor === 'system' ? null : input.actor.person.accountId;
    await keepReport(tx, id, { fileName: input.fileName, startedBy }, report, needs.clock.now());
    await needs.audit.record(tx, {
      action: 'register-imported',
      actor: input.actor,
      record: { type: 'register-import', id },
    });
    return { outcome: 'imported', id, report };
  });
}

async function writeRegister(
  needs: ImportRegisterNeeds,
  tx: Tx,
  register: ReadRegister & { outcome: 'read' },
  today: string,
  onProgress: ImportInput['onProgress'],
): Promise<ImportReport> {
  const lists: Lists = { added: [], changed: [], closed: [], unchanged: [], refused: [...register.refused] };
  const total = register.rows.length + register.refused.length;
  await onProgress?.(0, total);
  for (let from = 0; from < register.rows.length; from += rowsAtOnce) {
    await writeSome(needs, tx, register.rows.slice(from, from + rowsAtOnce), lists);
    await onProgress?.(Math.min(from + rowsAtOnce, register.rows.length), total);
  }
  await endHeldAtMovedBranches(tx, needs.clock.now());
  return reportOf(register.kind, total, lists, await settleBranches(tx, today));
}

type Lists = Record<Extract<Difference, string>, RegisterRow[]> & { refused: RefusedRow[] };

async function writeSome(needs: ImportRegisterNeeds, tx: Tx, rows: RegisterRow[], lists: Lists) {
  const held = await findHeld(
    tx,
    rows.map(({ code, parentCode = null }) => ({ code, parentCode })),
  );
  const written = rows.flatMap((row) => {
    const known = held.get(row.code) ?? nothingHeld;
    const hash = hashOf(row);
    const found = difference(row, hash, known);
    if (typeof found === 'object')
      lists.refused.push({ line: row.line, code: row.code, reason: found.refused });
    else lists[found].push(row);
    return found === 'unchanged' || typeof found === 'object' ? [] : [writtenRow(needs, row, hash, known)];
  });
  if (written.length > 0) await writeRows(tx, written, needs.clock.now());
}

const nothingHeld: Held = {
  kind: null,
  registerHash: null,
  status: null,
  parentId: null,
  parentStatus: null,
};

function reportOf(
  kind: ImportReport['kind'],
  rows: number,
  lists: Lists,
  closedWithPractice: { code: string; name: string }[],
): ImportReport {
  const listed = (list: RegisterRow[]) => capped(list.map(({ line, code, name }) => ({ line, code, name })));
  const refused = lists.refused.toSorted((a, b) => a.line - b.line);
  return {
    kind,
    rows,
    unchanged: lists.unchanged.length,
    added: listed(lists.added),
    changed: listed(lists.changed),
    closed: listed(lists.closed),
    closedWithPractice: capped(closedWithPractice),
    refused: capped(refused),
    refusedBecause: countReasons(refused),
  };
}
