import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Language } from '../../kernel/words.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { addIntake, intakeWork } from '../intake.store.ts';
import { limitNetwork } from '../limit-network.ts';

export interface AskForRecoveryNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
}

/**
 * Takes down a request for recovery. The same one row for any address; a job looks up, decides, counts what the
 * address was sent, and writes.
 */
export async function askForRecovery(
  needs: AskForRecoveryNeeds,
  asked: { address: EmailAddress; realm: Realm; language: Language; clientNetwork: string },
): Promise<void> {
  const now = needs.clock.now();
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'recover', asked.clientNetwork);
    await addIntake(tx, { ...asked, id: needs.ids.next(), kind: 'recover-account', now });
    await needs.nudge(tx, intakeWork);
  });
}
