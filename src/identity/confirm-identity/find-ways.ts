import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { passwordCountsFrom } from '../second-factors/ask-proven.ts';
import { findProofRecord } from '../second-factors/factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { inOrder, isTrusted, usableFactors } from '../second-factors/factor-policy.ts';

export interface FindWaysNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'secondFactor'>;
}

/** How somebody who is logged in can show that it is still them. */
export interface Ways {
  password: boolean;
  /** Trusted ones alone: nothing is half proven here. */
  factors: Factor[];
  /** Why the password is not among them: a reset by email, lately. */
  passwordCountsFrom: Date | undefined;
}

export async function findWays(
  { clock, database, settings }: FindWaysNeeds,
  { person: { accountId, realm } }: Actor,
): Promise<Ways> {
  const now = clock.now();
  const record = await findProofRecord(database, { account: accountId, realm, device: null });
  const usable = usableFactors(record.factors, { now, recoveredAt: record.recoveredAt });
  const from = passwordCountsFrom(settings, record, now);
  return {
    password: record.passwordHash !== null && !from,
    factors: inOrder(
      settings.secondFactor,
      usable.filter((factor) => isTrusted(factor, now)),
    ),
    passwordCountsFrom: from,
  };
}

export type Way = 'password' | Factor;

/** The one that was chosen, else the password, else the preferred one; nothing for who has none. */
export const chosenWay = ({ password, factors }: Ways, chosen: string): Way | undefined => {
  const factor = factors.find(({ id }) => id === chosen);
  return factor ?? (password ? 'password' : factors[0]);
};
