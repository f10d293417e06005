import type { AccountId, Id } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { TeamId } from '../../tickets/ticket.ts';

export type ReplyId = Id<'canned-reply'>;

export interface CannedReply {
  id: ReplyId;
  title: string;
  body: string;
  /** Everybody's where there is none. */
  teamId: TeamId | null;
  team: string | null;
  changedAt: Date;
}

const selectReplies = (db: Queryable) =>
  db
    .selectFrom('canned_reply')
    .leftJoin('team', 'team.id', 'canned_reply.team_id')
    .select([
      'canned_reply.id',
      'canned_reply.title',
      'canned_reply.body',
      'canned_reply.team_id as teamId',
      'team.name as team',
      'canned_reply.changed_at as changedAt',
    ])
    .where('canned_reply.ended_at', 'is', null)
    .$castTo<CannedReply>();

/** Those for everybody and those of the ticket's team. */
export const listCannedReplies = (db: Queryable, team: TeamId | null): Promise<CannedReply[]> =>
  selectReplies(db)
    .where((eb) =>
      eb.or([
        eb('canned_reply.team_id', 'is', null),
        ...(team ? [eb('canned_reply.team_id', '=', team)] : []),
      ]),
    )
    .orderBy('canned_reply.title')
    .orderBy('canned_reply.id')
    .limit(200)
    .execute();

export const listAllReplies = (db: Queryable): Promise<CannedReply[]> =>
  selectReplies(db).orderBy('canned_reply.title').orderBy('canned_reply.id').limit(500).execute();

export const findCannedReply = (db: Queryable, id: string): Promise<CannedReply | undefined> =>
  selectReplies(db).where('canned_reply.id', '=', id).executeTakeFirst();

export interface WrittenReply {
  id: ReplyId;
  title: string;
  body: string;
  teamId: TeamId | null;
  by: AccountId;
  now: Date;
}

export const addReply = (tx: Tx, { id, title, body, teamId, by, now }: WrittenReply) =>
  tx
    .insertInto('canned_reply')
    .values({ id, title, body, team_id: teamId, written_by: by, changed_at: now })
    .execute();

export const saveReply = async (tx: Tx, { id, title, body, teamId, by, now }: WrittenReply) =>
  tx
    .updateTable('canned_reply')
    .set({ title, body, team_id: teamId, written_by: by, changed_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();

export const endReply = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('canned_reply')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
