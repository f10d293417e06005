import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, before } from '../../kernel/duration.ts';
import { NotConfirmed } from '../../kernel/endings.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { askFresh } from '../sessions/renew-session.ts';
import { findProofRecord, type ProofRecord } from './factor.store.ts';
import { usableFactors } from './factor-policy.ts';

export interface AskProvenNeeds {
  clock: Clock;
  settings: Pick<Settings, 'session' | 'secondFactor'>;
}

/** Asked by every change of factors: sends the person to prove who they are, and back. */
export async function askProven(needs: AskProvenNeeds, db: Queryable, actor: Actor): Promise<void> {
  askFresh(needs, actor);
  if (isProven(needs, actor)) return;
  const { accountId: account, realm } = actor.person;
  const record = await findProofRecord(db, { account, realm, device: null });
  if (passwordCountsFrom(needs.settings, record, needs.clock.now())) throw new NotConfirmed();
}

const isProven = ({ clock, settings }: AskProvenNeeds, { person }: Actor): boolean =>
  person.factorProvenAt !== undefined &&
  person.factorProvenAt > before(clock.now(), settings.session.stepUpWithin);

/**
 * From when the password is proof enough again. So long after a reset by email it is not: whoever reads the mail chose
 * it, and the account has something that they may not have. Undefined when it is enough now.
 */
export function passwordCountsFrom(
  { secondFactor }: Pick<Settings, 'secondFactor'>,
  { factors, recoveredAt }: Pick<ProofRecord, 'factors' | 'recoveredAt'>,
  now: Date,
): Date | undefined {
  if (!recoveredAt || usableFactors(factors, { recoveredAt, now }).length === 0) return undefined;
  const from = after(recoveredAt, secondFactor.changesWaitAfterReset);
  return from > now ? from : undefined;
}
