import type { AccountId, MessageId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';

export const findSealedPreview = (db: Queryable, id: MessageId, to: AccountId) =>
  db
    .selectFrom('outbox')
    .select(['kind', 'created_at as createdAt', 'preview'])
    .where('id', '=', id)
    .where('account_id', '=', to)
    .executeTakeFirst();
