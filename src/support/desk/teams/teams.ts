import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type Ids, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import { manageTeams } from '../../policy.ts';
import {
  addTeam,
  endTeam,
  findTeam,
  holdTeam,
  isNameTaken,
  listPossibleMembers,
  listTeams,
  type PossibleMember,
  renameTeam,
  replaceMembers,
  type Team,
} from './teams.store.ts';

export interface TeamsNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
}

export interface TeamDetails {
  name: string;
  /** Ids of accounts; whoever is not staff that answers tickets is left out. */
  members: readonly string[];
}

export async function readTeams({ database }: Pick<TeamsNeeds, 'database'>, actor: Actor | undefined) {
  ask(manageTeams, actor, undefined);
  return listTeams(database);
}

/** A team to change, or none for a new one, with everybody who could be in it. */
export async function readTeam(
  { database }: Pick<TeamsNeeds, 'database'>,
  actor: Actor | undefined,
  id: string | undefined,
): Promise<{ team: Team | undefined; people: PossibleMember[] }> {
  ask(manageTeams, actor, undefined);
  const people = await listPossibleMembers(database);
  if (id === undefined) return { team: undefined, people };
  const team = isId(id) ? await findTeam(database, id) : undefined;
  if (!team) throw new NotFound('team');
  return { team, people };
}

export type SaveTeamOutcome = { outcome: 'team-added' | 'team-changed' | 'name-taken' };

export async function addNewTeam(
  needs: TeamsNeeds,
  actor: Actor | undefined,
  { name, members }: TeamDetails,
): Promise<SaveTeamOutcome> {
  ask(manageTeams, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const id = needs.ids.next<'team'>();
    if ((await isNameTaken(tx, name, null)) || !(await addTeam(tx, { id, name, now })))
      return { outcome: 'name-taken' };
    await replaceMembers(tx, id, await possible(tx, members), now);
    await needs.audit.record(tx, { action: 'team-added', actor, record: { type: 'team', id }, reason: name });
    return { outcome: 'team-added' };
  });
}

export async function changeTeam(
  needs: TeamsNeeds,
  actor: Actor | undefined,
  { id, name, members }: TeamDetails & { id: string },
): Promise<SaveTeamOutcome> {
  ask(manageTeams, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const team = await held(tx, id);
    if (await isNameTaken(tx, name, team.id)) return { outcome: 'name-taken' };
    await renameTeam(tx, team.id, name);
    await replaceMembers(tx, team.id, await possible(tx, members), needs.clock.now());
    const record = { type: 'team', id: team.id };
    await needs.audit.record(tx, { action: 'team-changed', actor, record, reason: name });
    return { outcome: 'team-changed' };
  });
}

/** Its tickets stay, and are everybody's. */
export async function endOneTeam(needs: TeamsNeeds, actor: Actor | undefined, id: string): Promise<void> {
  ask(manageTeams, actor, undefined);
  await inTransaction(needs.database, async (tx) => {
    const team = await held(tx, id);
    await endTeam(tx, team.id, needs.clock.now());
    const record = { type: 'team', id: team.id };
    await needs.audit.record(tx, { action: 'team-ended', actor, record, reason: team.name });
  });
}

async function held(tx: Tx, id: string): Promise<Team> {
  const team = isId(id) ? await holdTeam(tx, id) : undefined;
  if (!team) throw new NotFound('team');
  return team;
}

async function possible(tx: Tx, members: readonly string[]): Promise<string[]> {
  const people = await listPossibleMembers(tx);
  return people.map(({ id }) => id as string).filter((id) => members.includes(id));
}
