import type { Clock } from '../kernel/clock.ts';
import { hours } from '../kernel/duration.ts';
import { TooMany } from '../kernel/endings.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Tx } from '../platform/database/database.ts';
import { countUse } from '../platform/limits/limit.ts';

/** Generous to a practice behind one address, and an end to a script. */
const requestsPerHour = 20;

/** Bounds what one network can ask in an hour, whatever it asks about. */
export async function limitNetwork(
  needs: { clock: Clock; keyRing: KeyRing },
  tx: Tx,
  what: string,
  clientNetwork: string,
): Promise<void> {
  const name = `${what}:${needs.keyRing.mac('client-address', clientNetwork)}`;
  const now = needs.clock.now();
  const use = await countUse(tx, { name, window: hours(1), atMost: requestsPerHour, now });
  if (!use.allowed) throw new TooMany(Math.ceil((use.windowEndsAt.getTime() - now.getTime()) / 1000));
}
