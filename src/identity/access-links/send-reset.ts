import type { Realm } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findUsername } from '../account.store.ts';
import { type Account, languageOf } from '../account.ts';
import { findRecoveryAddress } from '../account-email.store.ts';
import { type AccessLinkNeeds, issueLink } from './access-link.ts';
import { resetEmail } from './reset.email.tsx';
import { temporaryPasswordEmail } from './temporary-password.email.tsx';
import { drawTemporaryPassword, sendsTemporaryPassword } from './temporary-password.ts';

export interface SendResetNeeds extends AccessLinkNeeds {
  sendEmail: SendEmail;
  origin: string;
  settings: Settings;
}

export type ResetSent = 'reset-link-sent' | 'temporary-password-sent';

/**
 * Sends what a reset begins with to an account's own address: a link, or where the setting says so a temporary password
 * to type. An earlier one stops working. Gives what to record.
 */
export async function sendReset(
  needs: SendResetNeeds,
  tx: Tx,
  account: Account,
  realm: Realm,
): Promise<ResetSent> {
  const { settings } = needs;
  const language = languageOf(account, settings);
  const to = await findRecoveryAddress(tx, account.id, needs.clock.now());
  const { kind, message, expiresAt } = sendsTemporaryPassword(settings, realm)
    ? await temporaryPassword(needs, tx, account, language)
    : await link(needs, tx, { account, realm }, language);
  await needs.sendEmail(tx, { kind, to, language, message, accountId: account.id, expiresAt });
  return kind === 'reset-link' ? 'reset-link-sent' : 'temporary-password-sent';
}

async function link(
  needs: SendResetNeeds,
  tx: Tx,
  { account, realm }: { account: Account; realm: Realm },
  language: Language,
) {
  const { origin, settings } = needs;
  const life = settings.recovery.linkLife;
  const issued = await issueLink(needs, tx, {
    accountId: account.id,
    purpose: 'reset-password',
    realm,
    life,
  });
  const username = await findUsername(tx, account.id);
  const message = resetEmail({ account, username, link: issued, life, origin, settings }, language);
  return { kind: 'reset-link', message, expiresAt: issued.expiresAt };
}

async function temporaryPassword(needs: SendResetNeeds, tx: Tx, account: Account, language: Language) {
  const { origin, settings } = needs;
  const life = settings.recovery.temporaryPasswordLife;
  const code = drawTemporaryPassword(needs);
  const reset = { accountId: account.id, purpose: 'reset-password', realm: 'portal', life, code } as const;
  const { expiresAt } = await issueLink(needs, tx, reset);
  const username = await findUsername(tx, account.id);
  const props = { account, username, temporaryPassword: code, life, origin, settings };
  return { kind: 'temporary-password', message: temporaryPasswordEmail(props, language), expiresAt };
}
