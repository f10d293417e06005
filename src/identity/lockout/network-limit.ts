import type { Clock } from '../../kernel/clock.ts';
import { minutes } from '../../kernel/duration.ts';
import { TooMany } from '../../kernel/endings.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { countUse, usesInWindow } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';

interface NetworkLimitNeeds {
  clock: Clock;
  keyRing: KeyRing;
  settings: Pick<Settings, 'lockout'>;
}

const window = minutes(15);
const limitOf = ({ keyRing }: NetworkLimitNeeds, clientNetwork: string) =>
  `log-in:${keyRing.mac('client-address', clientNetwork)}`;

/** A second fence, beside the counter of the account: many names tried from one place. */
export async function limitTries(
  needs: NetworkLimitNeeds,
  db: Queryable,
  clientNetwork: string,
): Promise<void> {
  const now = needs.clock.now();
  const used = await usesInWindow(db, limitOf(needs, clientNetwork), window, now);
  if (used.count < needs.settings.lockout.triesPerNetwork) return;
  throw new TooMany(Math.ceil((used.windowEndsAt.getTime() - now.getTime()) / 1000));
}

export const countWrongTry = (needs: NetworkLimitNeeds, db: Queryable, clientNetwork: string) =>
  countUse(db, {
    name: limitOf(needs, clientNetwork),
    window,
    atMost: needs.settings.lockout.triesPerNetwork,
    now: needs.clock.now(),
  });
