import type { Audit } from '../../audit/index.ts';
import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { hours } from '../../kernel/duration.ts';
import { NotFound, TooMany } from '../../kernel/endings.ts';
import { type Ids, isId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Queryable, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findHere, type Here, type HereNeeds, holdHere } from '../here.ts';
import { addPeople } from '../policy.ts';
import { type CheckedRow, checkPeople, contextOf } from './check-people.ts';
import { addImport, addRows, cancelImport, confirmImport, findImport } from './people-import.store.ts';
import type { PeopleImport, PeopleImportId, RowOutcome } from './people-import.ts';
import type { HeadingNames } from './person-columns.ts';
import { readPeopleFile, type UnreadableFile } from './read-people-file.ts';
import { isSkip, standingOf } from './row-finding.ts';
import { runPeopleImportsName } from './run-imports.ts';
import { sealRow } from './sealed-row.ts';

export interface ImportPeopleNeeds extends HereNeeds {
  audit: Audit;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
  settings: Pick<Settings, 'service' | 'organisations' | 'session'>;
}

export type UploadPeopleOutcome =
  | { outcome: 'uploaded'; id: PeopleImportId }
  | ({ outcome: 'unreadable' } & UnreadableFile);

const filesAnHour = 60;

/** Keeps what a file says, sealed, with what was found in each row. Nobody becomes a member by it. */
export async function uploadPeople(
  needs: ImportPeopleNeeds,
  actor: Actor | undefined,
  code: string,
  file: { fileName: string; content: Buffer; names: HeadingNames },
): Promise<UploadPeopleOutcome> {
  const { database, settings } = needs;
  const here = await findHere(needs, database, code);
  ask(addPeople, actor, here);
  await countFile(needs, actor);
  const read = readPeopleFile(file.content, file.names, settings.organisations.importRows);
  if (read.outcome === 'unreadable') return read;
  const context = await contextOf(needs, database, actor, here);
  const rows = await checkPeople(database, here, context, read.rows);
  const id = needs.ids.next<'people-import'>();
  await inTransaction(database, async (tx) => {
    await addImport(tx, {
      id,
      organisationId: here.organisation.id,
      startedBy: actor.person.accountId,
      fileName: shortened(file.fileName, 200),
      ignoredColumns: read.ignored.slice(0, 20).map((heading) => shortened(heading, 60)),
      now: needs.clock.now(),
    });
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await addRows(tx, id, newRows(needs.keyRing, id, rows.slice(from, from + rowsAtOnce)));
    await record(needs, tx, 'people-file-sent', actor, here, id);
  });
  return { outcome: 'uploaded', id };
}

const rowsAtOnce = 250;

async function countFile({ clock, database }: ImportPeopleNeeds, actor: Actor): Promise<void> {
  const now = clock.now();
  const name = `people-file ${actor.person.accountId}`;
  const use = await countUse(database, { name, window: hours(1), atMost: filesAnHour, now });
  if (!use.allowed) throw new TooMany(Math.ceil((use.windowEndsAt.getTime() - now.getTime()) / 1000));
}

const newRows = (keyRing: KeyRing, id: PeopleImportId, rows: readonly CheckedRow[]) =>
  rows.map(({ line, cells, fault, findings, memberId }) => ({
    line,
    codes: findings.map(({ code }) => code),
    outcome: settledAtOnce(findings),
    content: sealRow(keyRing, id, line, { cells, findings, ...(fault && { fault }) }),
    keyVersion: keyRing.newest,
    memberId: memberId ?? null,
  }));

/** What cannot or need not be invited is so already; the rest waits for its turn. */
function settledAtOnce(findings: CheckedRow['findings']): RowOutcome | null {
  const codes = findings.map(({ code }) => code);
  if (standingOf(codes) === 'problem') return 'problem';
  return codes.find(isSkip) ?? null;
}

/** Half a character at the cut is one that no database takes. */
const shortened = (text: string, most: number): string =>
  text
    .replace(/\p{Cc}/gu, '')
    .slice(0, most)
    .toWellFormed();

/** An import of the place that an address names; any other is not found. */
export async function findImportHere(
  db: Queryable,
  { organisation }: Here,
  id: string,
): Promise<PeopleImport> {
  const found = isId(id) ? await findImport(db, organisation.id, id as PeopleImportId) : undefined;
  if (!found) throw new NotFound('people import');
  return found;
}

export interface ImportAddress {
  code: string;
  id: string;
}

export type ConfirmPeopleOutcome =
  | { outcome: 'begun' }
  /** Begun already, done, or cancelled. */
  | { outcome: 'not-waiting' }
  /** Roles are given by whoever checked the file. */
  | { outcome: 'not-yours' };

/** Lets a job invite the rows without problems. Of two who confirm at once, one does. */
export const confirmPeople = (
  needs: ImportPeopleNeeds,
  actor: Actor | undefined,
  { code, id }: ImportAddress,
): Promise<ConfirmPeopleOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { here, by } = await holdForAdding(needs, tx, actor, code);
    askFresh(needs, by);
    const found = await findImportHere(tx, here, id);
    const { accountId, sessionId } = by.person;
    if (found.startedBy !== accountId) return { outcome: 'not-yours' };
    const confirmed = { by: accountId, session: sessionId, now: needs.clock.now() };
    if (!(await confirmImport(tx, found.id, confirmed))) return { outcome: 'not-waiting' };
    await record(needs, tx, 'people-file-confirmed', by, here, found.id);
    await needs.nudge(tx, runPeopleImportsName);
    return { outcome: 'begun' };
  });

export type CancelPeopleOutcome = { outcome: 'cancelled' } | { outcome: 'not-waiting' };

/** Forgets what the file says; anybody who may add people there can. */
export const cancelPeople = (
  needs: ImportPeopleNeeds,
  actor: Actor | undefined,
  { code, id }: ImportAddress,
): Promise<CancelPeopleOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { here, by } = await holdForAdding(needs, tx, actor, code);
    const found = await findImportHere(tx, here, id);
    if (!(await cancelImport(tx, found.id, needs.clock.now()))) return { outcome: 'not-waiting' };
    await record(needs, tx, 'people-file-cancelled', by, here, found.id);
    return { outcome: 'cancelled' };
  });

async function holdForAdding(needs: ImportPeopleNeeds, tx: Tx, actor: Actor | undefined, code: string) {
  const here = await findHere(needs, tx, code);
  const by = await holdHere(tx, actor, here);
  ask(addPeople, by, here);
  return { here, by };
}

const record = (
  { audit }: ImportPeopleNeeds,
  tx: Tx,
  action: string,
  actor: Actor,
  { practice }: Here,
  id: PeopleImportId,
) => audit.record(tx, { action, actor, organisation: practice.id, record: { type: 'people-import', id } });
