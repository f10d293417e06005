import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Ids } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import { addNotice, markEnded, type NoticeText, saveNotice } from '../../notices/notice.store.ts';
import { publishNotices } from '../../policy.ts';
import type { NoticeId } from '../../tickets/ticket.ts';

export interface NoticeNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
}

type Action = 'notice-published' | 'notice-changed' | 'notice-ended' | 'notice-answered';

export const recordNotice = (
  { audit }: { audit: Audit },
  tx: Tx,
  actor: Actor,
  action: Action,
  id: NoticeId,
) => audit.record(tx, { action, actor, record: { type: 'service-notice', id } });

/** Tells everybody, from now on. */
export async function publishNotice(
  needs: NoticeNeeds,
  actor: Actor | undefined,
  text: NoticeText,
): Promise<NoticeId> {
  ask(publishNotices, actor, undefined);
  const id = needs.ids.next<'service-notice'>();
  await inTransaction(needs.database, async (tx) => {
    await addNotice(tx, id, text, actor.person.accountId, needs.clock.now());
    await recordNotice(needs, tx, actor, 'notice-published', id);
  });
  return id;
}

export async function changeNotice(
  needs: NoticeNeeds,
  actor: Actor | undefined,
  { id, text }: { id: NoticeId; text: NoticeText },
): Promise<'changed' | 'ended-already'> {
  ask(publishNotices, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    if (!(await saveNotice(tx, id, text, needs.clock.now()))) return 'ended-already';
    await recordNotice(needs, tx, actor, 'notice-changed', id);
    return 'changed';
  });
}

export async function endNotice(
  needs: NoticeNeeds,
  actor: Actor | undefined,
  id: NoticeId,
): Promise<'ended' | 'ended-already'> {
  ask(publishNotices, actor, undefined);
  return inTransaction(needs.database, async (tx) =>
    (await end(needs, tx, actor, id)) ? 'ended' : 'ended-already',
  );
}

/** False when it had ended already. */
export async function end(needs: NoticeNeeds, tx: Tx, actor: Actor, id: NoticeId): Promise<boolean> {
  const isEnded = await markEnded(tx, id, actor.person.accountId, needs.clock.now());
  if (isEnded) await recordNotice(needs, tx, actor, 'notice-ended', id);
  return isEnded;
}
