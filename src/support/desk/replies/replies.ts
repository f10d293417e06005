import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotAllowed, NotFound } from '../../../kernel/endings.ts';
import { type Ids, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { answerTickets, overseeTickets } from '../../policy.ts';
import type { TeamId } from '../../tickets/ticket.ts';
import {
  addReply,
  type CannedReply,
  endReply,
  findCannedReply,
  listAllReplies,
  type ReplyId,
  saveReply,
} from '../canned-replies/canned-reply.store.ts';
import { listTeams } from '../tickets/people-of-desk.store.ts';

export interface RepliesNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
}

export function readReplies({ database }: Pick<RepliesNeeds, 'database'>, actor: Actor | undefined) {
  if (!answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  return listAllReplies(database);
}

/** One that is to be changed. */
export async function readReply(
  { database }: Pick<RepliesNeeds, 'database'>,
  actor: Actor | undefined,
  id: string,
): Promise<CannedReply> {
  ask(overseeTickets, actor, undefined);
  const reply = isId(id) ? await findCannedReply(database, id) : undefined;
  if (!reply) throw new NotFound('reply');
  return reply;
}

interface Written {
  /** Nothing for a new one. */
  id: string | undefined;
  title: string;
  body: string;
  team: string;
}

/** Keeps a reply for all who answer. What was answered with it before stays as it was. */
export async function writeReply(
  needs: RepliesNeeds,
  actor: Actor | undefined,
  written: Written,
): Promise<{ outcome: 'added' | 'saved' | 'no-such-team' }> {
  ask(overseeTickets, actor, undefined);
  const { title, body, team } = written;
  return inTransaction(needs.database, async (tx) => {
    const teams = team ? await listTeams(tx) : [];
    if (team && !teams.some(({ id }) => id === team)) return { outcome: 'no-such-team' };
    const id = (written.id as ReplyId | undefined) ?? needs.ids.next<'canned-reply'>();
    const teamId = (team || null) as TeamId | null;
    const reply = { id, title, body, teamId, by: actor.person.accountId, now: needs.clock.now() };
    if (written.id === undefined) await addReply(tx, reply);
    else if (!isId(id) || !(await saveReply(tx, reply))) throw new NotFound('reply');
    const record = { type: 'canned-reply', id };
    await needs.audit.record(tx, { action: 'canned-reply-written', actor, record });
    return { outcome: written.id === undefined ? 'added' : 'saved' };
  });
}

export async function removeReply(
  needs: RepliesNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<{ outcome: 'ended' }> {
  ask(overseeTickets, actor, undefined);
  await inTransaction(needs.database, async (tx) => {
    if (!isId(id) || !(await endReply(tx, id, needs.clock.now()))) throw new NotFound('reply');
    const record = { type: 'canned-reply', id };
    await needs.audit.record(tx, { action: 'canned-reply-removed', actor, record });
  });
  return { outcome: 'ended' };
}
