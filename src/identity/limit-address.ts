import { hours } from '../kernel/duration.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Tx } from '../platform/database/database.ts';
import { countUse } from '../platform/limits/limit.ts';
import type { Settings } from '../platform/settings/settings.ts';

export interface LimitAddressNeeds {
  keyRing: KeyRing;
  settings: Pick<Settings, 'recovery'>;
}

/**
 * Counts one email that a stranger can have sent to an address, whatever they ask for. Past the limit nothing is sent
 * and nothing reissued, so that nobody is flooded and nobody can keep killing the owner's link.
 */
export async function isWithinLimit(
  needs: LimitAddressNeeds,
  tx: Tx,
  address: string,
  now: Date,
): Promise<boolean> {
  const name = `recover-address:${needs.keyRing.mac('unknown-name', address)}`;
  const atMost = needs.settings.recovery.requestsPerHour;
  return (await countUse(tx, { name, window: hours(1), atMost, now })).allowed;
}
