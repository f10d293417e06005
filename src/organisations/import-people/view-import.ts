import type { Actor } from '../../kernel/actor.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { findHere, type Here, type HereNeeds } from '../here.ts';
import { addPeople, giveRoles, seePeople } from '../policy.ts';
import type { RoleName } from '../roles/roles.ts';
import { findImportHere, type ImportAddress } from './import-people.ts';
import { listContents, listImported, listImports, listRows } from './people-import.store.ts';
import type { ImportRow, PeopleImport, RowContent, RowOutcome } from './people-import.ts';
import { type Standing, standingOf } from './row-finding.ts';
import { openRow } from './sealed-row.ts';

export interface ViewImportNeeds extends HereNeeds {
  database: Database;
  keyRing: KeyRing;
}

export interface ShownRow extends ImportRow {
  standing: Standing;
  /** Undefined once forgotten. */
  content: RowContent | undefined;
  /** Whom it invited, or who was a member already. */
  member: { fullName: string; email: string } | undefined;
}

export interface ShownImport {
  here: Here;
  found: PeopleImport;
  counts: Record<Standing, number>;
  outcomes: Partial<Record<RowOutcome, number>>;
  /** Those of one page. */
  rows: ShownRow[];
  page: number;
  pages: number;
}

export const rowsOnPage = 50;

/** A page of the rows of a file; those that somebody has to look at come first. */
export async function viewImport(
  needs: ViewImportNeeds,
  actor: Actor | undefined,
  address: ImportAddress,
  asked: { page: number } | 'all-rows',
): Promise<ShownImport> {
  const here = await findHere(needs, needs.database, address.code);
  ask(seePeople, actor, here);
  const found = await findImportHere(needs.database, here, address.id);
  const all = (await listRows(needs.database, found.id)).map((row) => ({
    ...row,
    standing: standingOf(row.codes),
  }));
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = asked === 'all-rows' ? 1 : Math.min(Math.max(1, asked.page), pages);
  const from = (page - 1) * rowsOnPage;
  const wanted =
    asked === 'all-rows' ? all : all.toSorted(byUrgency(found.state)).slice(from, from + rowsOnPage);
  const rows = await withContents(needs, found, wanted);
  return { here, found, counts: countsOf(all), outcomes: outcomesOf(all), rows, page, pages };
}

type JudgedRow = ImportRow & { standing: Standing };

/** What to put right comes first; of a file that is done, whoever was not invited. */
const byUrgency =
  (state: PeopleImport['state']) =>
  (one: JudgedRow, other: JudgedRow): number =>
    (state === 'done' ? urgencyOf(one) - urgencyOf(other) : rank[one.standing] - rank[other.standing]) ||
    one.line - other.line;

const rank: Record<Standing, number> = { problem: 0, warning: 1, ready: 2, skipped: 3 };
const urgencyOf = ({ outcome }: JudgedRow): number =>
  outcome === 'invited' ? 1 : outcome === 'already-member' || outcome === 'example' ? 2 : 0;

function countsOf(rows: readonly JudgedRow[]): Record<Standing, number> {
  const counts = { problem: 0, warning: 0, ready: 0, skipped: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

function outcomesOf(rows: readonly JudgedRow[]): ShownImport['outcomes'] {
  const outcomes: ShownImport['outcomes'] = {};
  for (const { outcome } of rows) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return outcomes;
}

async function withContents(
  { database, keyRing }: ViewImportNeeds,
  { id }: PeopleImport,
  rows: readonly JudgedRow[],
): Promise<ShownRow[]> {
  const lines = rows.map(({ line }) => line);
  const sealed = new Map((await listContents(database, id, lines)).map((row) => [row.line, row.content]));
  const members = await listImported(database, id);
  return rows.map((row) => {
    const content = sealed.get(row.line);
    return {
      ...row,
      content: content ? openRow(keyRing, id, row.line, content) : undefined,
      member: members.get(row.line),
    };
  });
}

export interface ImportDesk {
  here: Here;
  imports: PeopleImport[];
  /** Not once the organisation closed. */
  mayAdd: boolean;
  mayGive(role: RoleName): boolean;
}

const importsShown = 20;

/** What the page shows where a file is sent: who may give what there, and the files sent before. */
export async function viewImports(
  needs: ViewImportNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<ImportDesk> {
  const here = await findHere(needs, needs.database, code);
  ask(seePeople, actor, here);
  const imports = await listImports(needs.database, here.organisation.id, importsShown);
  const { place, services } = here;
  const mayGive = (role: RoleName) =>
    giveRoles.allows(actor, { place, services, roles: [role], to: undefined });
  return { here, imports, mayAdd: addPeople.allows(actor, here), mayGive };
}
