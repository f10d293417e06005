import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { PersonalData } from '../../platform/database/personal-data.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { addExport, type DataExportId, findExport } from './data-export.store.ts';

export const prepareExportsName = 'prepare-copies-of-data';

export interface DataExportNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
}

/** The file a person is given. Sections and their fields may be added under the same version, never renamed. */
export interface DataCopy {
  format: 'gatehouse-personal-data';
  version: 1;
  service: string;
  preparedAt: string;
  sections: PersonalData;
}

export type AskForCopyOutcome = { outcome: 'asked' } | { outcome: 'being-prepared' };

/** Begins a copy of everything held about the person who asks. It replaces one that is ready. */
export async function askForCopy(
  needs: DataExportNeeds,
  actor: Actor | undefined,
): Promise<AskForCopyOutcome> {
  ask(loggedIn, actor, undefined);
  const { accountId } = actor.person;
  return inTransaction(needs.database, async (tx) => {
    const id: DataExportId = needs.ids.next<'data-export'>();
    if (!(await addExport(tx, accountId, id, needs.clock.now()))) return { outcome: 'being-prepared' };
    await needs.audit.record(tx, { action: 'data-copy-asked', actor, subject: accountId });
    await needs.nudge(tx, prepareExportsName);
    return { outcome: 'asked' };
  });
}

export type CopyState =
  | { state: 'none' }
  | { state: 'being-prepared'; askedAt: Date }
  | { state: 'ready'; readyAt: Date; expiresAt: Date };

/** How far the copy of one's own data is. */
export async function readCopyState(needs: DataExportNeeds, actor: Actor): Promise<CopyState> {
  const found = await findExport(needs.database, actor.person.accountId, needs.clock.now());
  if (!found) return { state: 'none' };
  const { askedAt, readyAt, expiresAt } = found;
  return readyAt && expiresAt ? { state: 'ready', readyAt, expiresAt } : { state: 'being-prepared', askedAt };
}

/** Opens one's own copy; whoever asks is given what is theirs, and there is no way to name another's. */
export async function openCopy(
  needs: DataExportNeeds,
  actor: Actor | undefined,
): Promise<DataCopy | undefined> {
  ask(loggedIn, actor, undefined);
  const found = await findExport(needs.database, actor.person.accountId, needs.clock.now());
  if (!found?.sealed) return undefined;
  return JSON.parse(needs.keyRing.open('data-rights', found.sealed, found.id).toString('utf8'));
}
