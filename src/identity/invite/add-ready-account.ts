import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Username } from '../../kernel/username.ts';
import type { Tx } from '../../platform/database/database.ts';
import { addAccount, markActivated } from '../account.store.ts';
import { setPassword } from '../passwords/password.store.ts';
import { addUsername, setWishes } from '../username.store.ts';

export interface ReadyAccount {
  fullName: string;
  email: EmailAddress;
  /** Must be free; where it may not be, ask before. */
  username?: Username;
  occupation?: string;
  language: string;
  realm: Realm;
  /** Of a password its owner already knows; without one, they choose it with a link. */
  passwordHash: string | null;
}

/** Adds an account that needs no activation: the sandbox's people, and accounts brought from elsewhere. */
export async function addReadyAccount(
  needs: { clock: Clock; ids: Ids; keyRing: KeyRing },
  tx: Tx,
  ready: ReadyAccount,
): Promise<AccountId> {
  const now = needs.clock.now();
  const id = needs.ids.next<'account'>();
  await addAccount(tx, needs.ids, { id, ...ready, now });
  if (ready.username && !(await addUsername(needs, tx, id, ready.username)))
    throw new Error('the username of a ready account is taken');
  if (ready.occupation) await setWishes(tx, id, { username: null, occupation: ready.occupation });
  await markActivated(tx, id, ready.fullName, now);
  if (ready.passwordHash) await setPassword(tx, id, ready.realm, ready.passwordHash, now);
  return id;
}
