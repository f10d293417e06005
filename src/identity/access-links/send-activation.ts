import type { Realm } from '../../kernel/actor.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Account, languageOf } from '../account.ts';
import { findRecoveryAddress } from '../account-email.store.ts';
import { type AccessLinkNeeds, issueLink } from './access-link.ts';
import { activationAddress, activationEmail } from './activation.email.tsx';

export interface SendActivationNeeds extends AccessLinkNeeds {
  sendEmail: SendEmail;
  origin: string;
  settings: Settings;
}

/** Sends a fresh activation link to an account's own address, and gives it back; an earlier one stops working. */
export async function sendActivation(
  needs: SendActivationNeeds,
  tx: Tx,
  account: Account,
  realm: Realm,
): Promise<string> {
  const life = needs.settings.activation.linkLife;
  const link = await issueLink(needs, tx, { accountId: account.id, purpose: 'activate', realm, life });
  const language = languageOf(account, needs.settings);
  await needs.sendEmail(tx, {
    kind: 'activation-link',
    to: await findRecoveryAddress(tx, account.id, needs.clock.now()),
    language,
    message: activationEmail(
      { account, link, life, origin: needs.origin, settings: needs.settings },
      language,
    ),
    accountId: account.id,
    expiresAt: link.expiresAt,
  });
  return activationAddress(needs.origin, link.secret);
}
