import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Language } from '../../kernel/words.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { findAccountByEmail } from '../account.store.ts';
import { addIntake } from '../intake.store.ts';
import { limitNetwork } from '../limit-network.ts';
import { isUsernameTaken } from '../username.store.ts';
import { createAccountsWork } from './create-accounts.ts';
import type { Newcomer } from './newcomer.ts';
import { type TakeInNeeds, takeIn } from './take-in.ts';

export interface CreateAccountNeeds extends TakeInNeeds {
  nudge: Nudge;
}

export type CreateAccountOutcome =
  /** Whatever is true of the address is told to the address. */
  | { outcome: 'check-email' }
  /** Which of the names has an account already; no account was made. */
  | { outcome: 'known'; email: boolean; username: boolean };

export interface Asked extends Newcomer {
  language: Language;
  clientNetwork: string;
}

/**
 * Takes down that somebody wants an account. A username that is taken shows at once. Whether the address is known
 * shows only where the settings say so; elsewhere it is the same one row for any address, and a job does the rest.
 */
export const createAccount = (needs: CreateAccountNeeds, asked: Asked): Promise<CreateAccountOutcome> =>
  inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'create-account', asked.clientNetwork);
    const username = asked.username !== undefined && (await isUsernameTaken(needs, tx, asked.username));
    if (needs.settings.accounts.tellsExisting) return takeInAndTell(needs, tx, asked, username);
    if (username) return { outcome: 'known', email: false, username };
    return takeDown(needs, tx, asked);
  });

/** With a username that is taken, the address is looked up and nothing else is done with it. */
async function takeInAndTell(
  needs: CreateAccountNeeds,
  tx: Tx,
  asked: Asked,
  username: boolean,
): Promise<CreateAccountOutcome> {
  if (username) return { outcome: 'known', email: await isKnown(tx, asked.email), username };
  const { outcome } = await takeIn(needs, tx, asked);
  return outcome === 'known' ? { outcome, email: true, username } : { outcome: 'check-email' };
}

async function isKnown(tx: Tx, email: EmailAddress): Promise<boolean> {
  const account = await findAccountByEmail(tx, email.canonical);
  return account !== undefined && account.state !== 'invited';
}

async function takeDown(needs: CreateAccountNeeds, tx: Tx, asked: Asked): Promise<CreateAccountOutcome> {
  const { fullName, username, occupation, email: address, language } = asked;
  await addIntake(tx, {
    id: needs.ids.next(),
    kind: 'create-account',
    realm: 'portal',
    address,
    details: { fullName, username: username?.typed, occupation },
    language,
    now: needs.clock.now(),
  });
  await needs.nudge(tx, createAccountsWork);
  return { outcome: 'check-email' };
}
