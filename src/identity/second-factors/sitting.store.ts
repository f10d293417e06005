import type { SessionId } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

export interface FactorLife {
  addedAt: Date;
  removedAt: Date | null;
}

/** What could prove its owner at some time, removed ones too while they are kept; emails prove nothing alone. */
export const listFactorLives = (tx: Tx, account: AccountId, session: SessionId): Promise<FactorLife[]> =>
  tx
    .selectFrom('factor')
    .innerJoin('session', (join) =>
      join.onRef('session.realm', '=', 'factor.realm').on('session.id', '=', session),
    )
    .select(['added_at as addedAt', 'removed_at as removedAt'])
    .where('factor.account_id', '=', account)
    .where('kind', '<>', 'email')
    .execute();

export const findSessionStart = (tx: Tx, session: SessionId): Promise<{ startedAt: Date }> =>
  tx
    .selectFrom('session')
    .select('started_at as startedAt')
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
