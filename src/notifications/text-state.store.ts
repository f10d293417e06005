import type { MessageId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { MessageStatus } from '../platform/database/tables.ts';
import type { DeliveryStatus } from './text-report.ts';
import type { TextState } from './text-state.ts';

/** What became of one text; undefined once it is forgotten. */
export const findTextState = async (db: Queryable, id: MessageId): Promise<TextState | undefined> =>
  (await listTextStates(db, [id])).get(id);

export async function listTextStates(
  db: Queryable,
  ids: readonly MessageId[],
): Promise<Map<MessageId, TextState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'status', 'created_at', 'sent_at', 'delivery_status', 'delivery_status_at'])
    .where('id', 'in', ids)
    .where('channel', '=', 'sms')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id as MessageId,
      stateOf(row.status, row.delivery_status, {
        createdAt: row.created_at,
        sentAt: row.sent_at ?? row.created_at,
        toldAt: row.delivery_status_at ?? row.created_at,
      }),
    ]),
  );
}

interface Times {
  createdAt: Date;
  sentAt: Date;
  toldAt: Date;
}

function stateOf(status: MessageStatus, told: DeliveryStatus | null, times: Times): TextState {
  switch (status) {
    case 'queued':
    case 'sending':
      return { state: 'queued', at: times.createdAt };
    case 'deferred':
    case 'uncertain':
      return { state: 'delayed', at: times.createdAt };
    case 'failed':
      return { state: 'refused', at: times.createdAt };
    case 'expired':
      return { state: 'not-sent', at: times.createdAt };
    case 'sent':
      return { state: afterSending[told ?? 'sending'], at: isTold(told) ? times.toldAt : times.sentAt };
  }
}

const afterSending = {
  created: 'sent',
  sending: 'sent',
  delivered: 'delivered',
  'permanent-failure': 'refused',
  'temporary-failure': 'not-reached',
  'technical-failure': 'not-sent',
} as const satisfies Record<DeliveryStatus, TextState['state']>;

const isTold = (told: DeliveryStatus | null): boolean => told !== null && afterSending[told] !== 'sent';

/** Texts handed over since then, those included of which nobody knows. */
export async function countTexts(db: Queryable, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('channel', '=', 'sms')
    .where('created_at', '>', since)
    .where('status', 'in', ['sent', 'uncertain'])
    .executeTakeFirstOrThrow();
  return count;
}
