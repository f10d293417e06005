import type { Actor } from '../../kernel/actor.ts';
import { minutes } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart, noNudge } from '../../platform/jobs/index.ts';
import { findHere, type Here, type HereNeeds, holdHere } from '../here.ts';
import { type InviteMemberNeeds, inviteMember, sendInvitationsName } from '../invitations/invite-member.ts';
import { addPeople } from '../policy.ts';
import { contextOf } from './check-people.ts';
import { readPerson } from './read-person.ts';
import { isProblem } from './row-finding.ts';
import {
  finishImport,
  holdRunning,
  listRunningImports,
  listWaitingRows,
  type RunningImport,
  type SettledRow,
  settleRows,
  stopRows,
} from './run-imports.store.ts';
import { openRow } from './sealed-row.ts';

export interface RunImportsNeeds extends HereNeeds, InviteMemberNeeds {
  database: Database;
  keyRing: KeyRing;
  settings: HereNeeds['settings'];
}

export const runPeopleImportsName = 'run-people-imports';

/** Few enough that a colleague who changes somebody meanwhile waits for no time worth noticing. */
const rowsAtOnce = 25;

const filesAtOnce = 20;

/** Invites the people of confirmed files, a batch of each a turn. What a crash cuts off is done again, and nothing twice. */
export const runPeopleImports = (needs: RunImportsNeeds): DueWork => ({
  name: runPeopleImportsName,
  every: minutes(1),
  runDue: async () =>
    eachApart(await listRunningImports(needs.database, filesAtOnce), async (running) => {
      await inTransaction(needs.database, (tx) => runBatch(needs, tx, running));
      return 1;
    }),
});

/** With the permissions that whoever confirmed has now: where they lost them, the rest is not done. */
async function runBatch(needs: RunImportsNeeds, tx: Tx, running: RunningImport): Promise<void> {
  const here = await findHereStill(needs, tx, running.code);
  const by = here && (await holdHere(tx, starterOf(running), here));
  if (!(await holdRunning(tx, running.id))) return;
  if (here && by && addPeople.allows(by, here)) await inviteRows(needs, tx, running, { here, by });
  else await stopRows(tx, running.id);
  if (!(await finishImport(tx, running.id, needs.clock.now()))) return;
  await needs.nudge(tx, sendInvitationsName);
  await needs.audit.record(tx, {
    action: 'people-file-done',
    actor: 'system',
    ...(running.startedBy && { subject: running.startedBy }),
    ...(here && { organisation: here.practice.id }),
    record: { type: 'people-import', id: running.id },
  });
}

/** Undefined when the organisation takes part no more. */
async function findHereStill(needs: RunImportsNeeds, tx: Tx, code: string): Promise<Here | undefined> {
  try {
    return await findHere(needs, tx, code);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** Whoever confirmed, in the session they did it in; what they may do is asked anew. */
const starterOf = ({ startedBy, starterName, confirmedAt, confirmedIn }: RunningImport): Actor | undefined =>
  startedBy
    ? {
        person: {
          accountId: startedBy,
          name: starterName ?? '',
          realm: 'portal',
          language: undefined,
          sessionId: confirmedIn,
          authenticatedAt: confirmedAt,
          factorProvenAt: undefined,
          sessionEnds: { idleAt: confirmedAt, atLatest: confirmedAt },
          roles: [],
          organisation: undefined,
        },
        subject: startedBy,
        grant: undefined,
      }
    : undefined;

interface Inviting {
  here: Here;
  by: Actor;
}

async function inviteRows(needs: RunImportsNeeds, tx: Tx, { id }: RunningImport, inviting: Inviting) {
  const context = await contextOf(needs, tx, inviting.by, inviting.here);
  const settled: SettledRow[] = [];
  for (const { line, content } of await listWaitingRows(tx, id, rowsAtOnce)) {
    const row = content && openRow(needs.keyRing, id, line, content);
    const said = row ? readPerson(row, context) : undefined;
    settled.push({ line, ...(await inviteRow(needs, tx, inviting, said)) });
  }
  await settleRows(tx, id, settled);
}

type Said = ReturnType<typeof readPerson> | undefined;

/** Judged again, because the place, the roles and the settings may have changed since the file was looked at. */
async function inviteRow(
  needs: RunImportsNeeds,
  tx: Tx,
  inviting: Inviting,
  said: Said,
): Promise<Omit<SettledRow, 'line'>> {
  const codes = said?.findings.map(({ code }) => code) ?? [];
  const none = { memberId: null, codes };
  if (!said?.person) {
    const problems = codes.filter(isProblem);
    const isForbidden = problems.length > 0 && problems.every((code) => code === 'may-not-give');
    return { outcome: isForbidden ? 'may-not-give' : 'changed', ...none };
  }
  const invited = await inviteMember({ ...needs, nudge: noNudge }, tx, inviting, said.person);
  if (invited.outcome === 'limit-reached') return { outcome: invited.outcome, ...none };
  return { outcome: invited.outcome, memberId: invited.memberId, codes };
}
