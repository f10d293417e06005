import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { renewHash } from './password.store.ts';

/** Keeps a password that was just proven as it would be kept today; how another product kept it is forgotten. */
export async function renewPassword(
  { audit }: { audit: Audit },
  tx: Tx,
  { account, realm, hash }: { account: AccountId; realm: Realm; hash: string },
): Promise<void> {
  await renewHash(tx, account, realm, hash);
  await audit.record(tx, { action: 'password-hash-renewed', actor: 'system', subject: account });
}
