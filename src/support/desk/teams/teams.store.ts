import { sql } from 'kysely';
import type { StaffRole } from '../../../identity/index.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import { ourTurn, type TeamId } from '../../tickets/ticket.ts';

export interface Team {
  id: TeamId;
  name: string;
  members: readonly { id: AccountId; name: string }[];
  /** Tickets of theirs that wait for support. */
  waiting: number;
}

const teams = (db: Queryable) =>
  db
    .selectFrom('team')
    .select((eb) => [
      'team.id',
      'team.name',
      sql<Team['members']>`coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.full_name)
                                                     ORDER BY a.full_name, a.id)
                                       FROM team_member m JOIN account a ON a.id = m.account_id
                                      WHERE m.team_id = team.id), '[]')`.as('members'),
      eb
        .selectFrom('ticket')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('ticket.team_id', '=', 'team.id')
        .where('ticket.state', 'in', [...ourTurn])
        .as('waiting'),
    ])
    .where('team.ended_at', 'is', null)
    .$castTo<Team>();

export const listTeams = (db: Queryable): Promise<Team[]> =>
  teams(db).orderBy('team.name').orderBy('team.id').execute();

export const findTeam = (db: Queryable, id: string): Promise<Team | undefined> =>
  teams(db).where('team.id', '=', id).executeTakeFirst();

export const holdTeam = (tx: Tx, id: string): Promise<Team | undefined> =>
  teams(tx).where('team.id', '=', id).forUpdate('team').executeTakeFirst();

export interface PossibleMember {
  id: AccountId;
  name: string;
  role: StaffRole;
}

/** Staff who answer tickets; an editor does not. */
export const listPossibleMembers = (db: Queryable): Promise<PossibleMember[]> =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.full_name as name', 'membership.role'])
    .where('membership.service', '=', 'support')
    .where('membership.role', '<>', 'editor')
    .where('membership.ended_at', 'is', null)
    .where('account.state', '=', 'active')
    .orderBy('account.full_name')
    .orderBy('account.id')
    .$castTo<PossibleMember>()
    .execute();

/** Nothing when a team, also one that ended, has the name already. */
export const addTeam = async (tx: Tx, team: { id: TeamId; name: string; now: Date }): Promise<boolean> =>
  (await tx
    .insertInto('team')
    .values({ id: team.id, name: team.name, created_at: team.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Whether another team has a name, whatever its letters' case. */
export const isNameTaken = async (tx: Tx, name: string, except: string | null): Promise<boolean> =>
  (await tx
    .selectFrom('team')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('ended_at', 'is', null)
    .where(sql<boolean>`id IS DISTINCT FROM ${except}`)
    .executeTakeFirst()) !== undefined;

export const renameTeam = (tx: Tx, id: TeamId, name: string) =>
  tx.updateTable('team').set({ name }).where('id', '=', id).execute();

/** Its tickets go back to everybody, and its name becomes free. */
export async function endTeam(tx: Tx, id: TeamId, now: Date): Promise<void> {
  await tx.updateTable('ticket').set({ team_id: null }).where('team_id', '=', id).execute();
  await tx.deleteFrom('team_member').where('team_id', '=', id).execute();
  await tx
    .updateTable('team')
    .set({ ended_at: now, name: sql`left(name, 40) || ' ' || id` })
    .where('id', '=', id)
    .execute();
}

export async function replaceMembers(
  tx: Tx,
  id: TeamId,
  members: readonly string[],
  now: Date,
): Promise<void> {
  let gone = tx.deleteFrom('team_member').where('team_id', '=', id);
  if (members.length > 0) gone = gone.where('account_id', 'not in', [...members]);
  await gone.execute();
  if (members.length === 0) return;
  await tx
    .insertInto('team_member')
    .values(members.map((account) => ({ team_id: id, account_id: account, since: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
