import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { addCorrection, type CorrectionId, countOpenCorrections } from './correction.store.ts';

export interface AskForCorrectionNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
}

export type AskForCorrectionOutcome =
  | { outcome: 'asked'; reference: string }
  /** So many wait already that one more helps nobody. */
  | { outcome: 'enough-waiting' };

const mostWaiting = 3;

/** Asks staff to correct what a person cannot change themselves; what they wrote is sealed. */
export async function askForCorrection(
  needs: AskForCorrectionNeeds,
  actor: Actor | undefined,
  text: string,
): Promise<AskForCorrectionOutcome> {
  ask(loggedIn, actor, undefined);
  const { accountId } = actor.person;
  return inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, accountId);
    if ((await countOpenCorrections(tx, accountId)) >= mostWaiting) return { outcome: 'enough-waiting' };
    const id: CorrectionId = needs.ids.next<'correction'>();
    const sealedText = needs.keyRing.seal('data-rights', text, id);
    const reference = await addCorrection(tx, needs.ids, {
      id,
      accountId,
      sealedText,
      now: needs.clock.now(),
    });
    await needs.audit.record(tx, {
      action: 'correction-asked',
      actor,
      subject: accountId,
      record: { type: 'correction', id },
    });
    return { outcome: 'asked', reference };
  });
}
