import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { hours } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { TooMany } from '../../kernel/endings.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Language } from '../../kernel/words.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { addIntake, intakeWork } from '../intake.store.ts';

export interface AskForRecoveryNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
}

/** Bounds what one network can write; what one address can be sent is counted when the request is handled. */
const requestsPerNetwork = 60;

/** Takes down a request for recovery. The same one row for any address; a job looks up, decides and writes. */
export async function askForRecovery(
  needs: AskForRecoveryNeeds,
  asked: { address: EmailAddress; realm: Realm; language: Language; clientNetwork: string },
): Promise<void> {
  const now = needs.clock.now();
  const name = `recover:${needs.keyRing.mac('client-address', asked.clientNetwork)}`;
  await inTransaction(needs.database, async (tx) => {
    const use = await countUse(tx, { name, window: hours(1), atMost: requestsPerNetwork, now });
    if (!use.allowed) throw new TooMany(Math.ceil((use.windowEndsAt.getTime() - now.getTime()) / 1000));
    await addIntake(tx, { ...asked, id: needs.ids.next(), kind: 'recover-account', now });
    await needs.nudge(tx, intakeWork);
  });
}
