import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, before } from '../../kernel/duration.ts';
import { NotConfirmed } from '../../kernel/endings.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { askFresh } from '../sessions/renew-session.ts';
import { findProofRecord, type ProofRecord } from './factor.store.ts';

export interface AskProvenNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'secondFactor' | 'session'>;
}

/**
 * Asked by every change of the ways to get a code. So long after a reset by email it wants one of those ways: whoever
 * reads the mail chose the password, and could otherwise put their own phone in the place of the owner's.
 */
export async function askProven(needs: AskProvenNeeds, actor: Actor): Promise<void> {
  askFresh(needs, actor);
  const { accountId, realm, factorProvenAt } = actor.person;
  const record = await findProofRecord(needs.database, { account: accountId, realm, device: null });
  const now = needs.clock.now();
  if (!passwordCountsFrom(needs.settings, record, now)) return;
  const isProven = factorProvenAt && factorProvenAt > before(now, needs.settings.session.stepUpWithin);
  if (!isProven) throw new NotConfirmed();
}

/** From when the password is enough again for a change; undefined when it is now, or there is nothing to protect. */
export function passwordCountsFrom(
  { secondFactor }: Pick<Settings, 'secondFactor'>,
  { factors, recoveredAt }: Pick<ProofRecord, 'factors' | 'recoveredAt'>,
  now: Date,
): Date | undefined {
  if (!recoveredAt || factors.every(({ kind }) => kind === 'email')) return undefined;
  const from = after(recoveredAt, secondFactor.changesWaitAfterReset);
  return from > now ? from : undefined;
}
