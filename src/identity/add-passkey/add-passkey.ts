import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { CheckAssertionNeeds } from '../passkeys/check-assertion.ts';
import { readNewPasskey } from '../passkeys/new-passkey.ts';
import type { PasskeyAnswer } from '../passkeys/passkey-exchange.ts';
import { type AddFactorNeeds, type AddFactorOutcome, addFactor } from '../second-factors/add-factor.ts';
import type { Asker } from '../second-factors/asker.ts';

export type AddPasskeyNeeds = AddFactorNeeds & CheckAssertionNeeds & { database: Database };

export type AddPasskeyOutcome = AddFactorOutcome | { outcome: 'refused' | 'too-late' };

/** Adds the passkey that a browser has just created; named after the device unless its owner says otherwise. */
export async function addPasskey(
  needs: AddPasskeyNeeds,
  asker: Asker,
  { name, ...answer }: PasskeyAnswer & { name: string },
): Promise<AddPasskeyOutcome> {
  const { accountId, realm, boundTo } = asker;
  const read = await readNewPasskey(needs, { ...answer, accountId, realm, boundTo });
  if (read.outcome !== 'made') return read;
  const passkey = { kind: 'passkey', name: name.trim() || asker.device, ...read.passkey } as const;
  return inTransaction(needs.database, (tx) => addFactor(needs, tx, asker, passkey));
}
