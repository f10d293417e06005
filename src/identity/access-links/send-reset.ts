import type { Realm } from '../../kernel/actor.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Account, languageOf } from '../account.ts';
import { type AccessLinkNeeds, issueLink } from './access-link.ts';
import { resetEmail } from './reset.email.tsx';

export interface SendResetNeeds extends AccessLinkNeeds {
  sendEmail: SendEmail;
  origin: string;
  settings: Settings;
}

/** Sends a fresh reset link to an account's own address; an earlier one stops working. */
export async function sendReset(
  needs: SendResetNeeds,
  tx: Tx,
  account: Account,
  realm: Realm,
): Promise<void> {
  const { origin, settings } = needs;
  const life = settings.recovery.linkLife;
  const link = await issueLink(needs, tx, { accountId: account.id, purpose: 'reset-password', realm, life });
  const language = languageOf(account, settings);
  await needs.sendEmail(tx, {
    kind: 'reset-link',
    to: account.email,
    language,
    message: resetEmail({ account, link, life, origin, settings }, language),
    accountId: account.id,
    expiresAt: link.expiresAt,
  });
}
