import type { Clock } from '../kernel/clock.ts';
import { hours } from '../kernel/duration.ts';
import { TooMany } from '../kernel/endings.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Queryable } from '../platform/database/database.ts';
import { countUse } from '../platform/limits/limit.ts';

/** A practice behind one address needs few; a script that walks through names or fills tables needs many. */
const requestsPerHour = 60;

/** Bounds what one network can ask or guess in an hour, whoever it asks about. */
export async function limitNetwork(
  needs: { clock: Clock; keyRing: KeyRing },
  db: Queryable,
  what: 'recover' | 'code' | 'create-account' | 'ticket-link',
  clientNetwork: string,
): Promise<void> {
  const now = needs.clock.now();
  const name = `${what}:${needs.keyRing.mac('client-address', clientNetwork)}`;
  const use = await countUse(db, { name, window: hours(1), atMost: requestsPerHour, now });
  if (!use.allowed) throw new TooMany(Math.ceil((use.windowEndsAt.getTime() - now.getTime()) / 1000));
}
