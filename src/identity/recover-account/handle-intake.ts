import type { Audit } from '../../audit/index.ts';
import { days, seconds } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Language } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { sendActivation } from '../access-links/send-activation.ts';
import { sendReset } from '../access-links/send-reset.ts';
import { findAccount, findAccountByEmail } from '../account.store.ts';
import { type Account, languageOf } from '../account.ts';
import { findRecoveryAddress } from '../account-email.store.ts';
import { answerIntakes } from '../answer-intakes.ts';
import { type HelpersNeeds, privateHelpers } from '../helpers.ts';
import { findIssuer, hasPassword, type Intake, intakeWork, waitsForPassword } from '../intake.store.ts';
import { isWithinLimit } from '../limit-address.ts';
import {
  closedEmail,
  deactivatedEmail,
  logsInElsewhereEmail,
  noAccountEmail,
  type ToOwnerEmail,
} from './recover-account.email.tsx';

export interface HandleIntakeNeeds extends AccessLinkNeeds, HelpersNeeds {
  audit: Audit;
  sendEmail: SendEmail;
  origin: string;
  settings: Settings;
}

/** Answers requests for recovery by e-mail, each with what is true of that address and the one step that helps. */
export const handleIntakeWork = (needs: HandleIntakeNeeds): DueWork => ({
  name: intakeWork,
  every: seconds(10),
  runDue: (now) =>
    answerIntakes(needs.database, ['recover-account', 'resend-activation'], now, (tx, intake) =>
      handle(needs, tx, intake, now),
    ),
});

/** Whoever names an address and whoever holds a link to its account draw on the same limit. */
async function handle(needs: HandleIntakeNeeds, tx: Tx, intake: Intake, now: Date): Promise<void> {
  const account = await accountOf(tx, intake);
  const address = intake.canonical ?? (account && readEmailAddress(account.email)?.canonical);
  if (!address || !(await isWithinLimit(needs, tx, address, now))) return;
  if (account) return answerOwner(needs, tx, account, intake, now);
  if (intake.typed) await answerNobody(needs, tx, intake.typed, intake.language as Language, now);
}

async function accountOf(tx: Tx, { canonical, accountId }: Intake): Promise<Account | undefined> {
  if (canonical) return findAccountByEmail(tx, canonical);
  return accountId ? findAccount(tx, accountId) : undefined;
}

/** Whoever waits for the portal alone gets no way in to the staff's realm by naming it: staff have been invited there. */
async function answerOwner(
  needs: HandleIntakeNeeds,
  tx: Tx,
  account: Account,
  intake: Intake,
  now: Date,
): Promise<void> {
  const { realm } = intake;
  if (account.state === 'deactivated') return answerDeactivated(needs, tx, account, now);
  if (account.state === 'closed') return sendTo(needs, tx, account, 'account-is-closed', closedEmail, now);
  if (await hasPassword(tx, account.id, realm)) return reset(needs, tx, account, realm);
  const waits = account.state === 'invited' && realm === 'portal';
  if (waits || (await waitsForPassword(tx, account.id, realm))) {
    await sendActivation(needs, tx, account, realm);
    await needs.audit.record(tx, { action: 'activation-link-sent', actor: 'anyone', subject: account.id });
    return;
  }
  if (realm === 'portal') return answerWithoutPassword(needs, tx, account, now);
  await answerNobody(needs, tx, account.email, languageOf(account, needs.settings), now);
}

/** With who can open it again, and who can do the work meanwhile. */
async function answerDeactivated(needs: HandleIntakeNeeds, tx: Tx, account: Account, now: Date) {
  const helpers = await privateHelpers(needs, tx, account, now);
  const write: ToOwnerEmail = (props, language) => deactivatedEmail({ ...props, helpers }, language);
  return sendTo(needs, tx, account, 'account-deactivated', write, now);
}

/** Who logs in elsewhere is sent there; who has no way in at all, as an account moved here without one, gets one. */
async function answerWithoutPassword(needs: HandleIntakeNeeds, tx: Tx, account: Account, now: Date) {
  const issuer = await findIssuer(tx, account.id);
  if (issuer) {
    const write: ToOwnerEmail = (props, language) => logsInElsewhereEmail({ ...props, issuer }, language);
    return sendTo(needs, tx, account, 'logs-in-elsewhere', write, now);
  }
  if (!(await hasPassword(tx, account.id, 'support'))) return reset(needs, tx, account, 'portal');
  await answerNobody(needs, tx, account.email, languageOf(account, needs.settings), now);
}

async function reset(
  needs: HandleIntakeNeeds,
  tx: Tx,
  account: Account,
  realm: Intake['realm'],
): Promise<void> {
  const action = await sendReset(needs, tx, account, realm);
  await needs.audit.record(tx, { action, actor: 'anyone', subject: account.id });
}

async function sendTo(
  needs: HandleIntakeNeeds,
  tx: Tx,
  account: Account,
  kind: string,
  write: ToOwnerEmail,
  now: Date,
): Promise<void> {
  const language = languageOf(account, needs.settings);
  const message = write({ account, settings: needs.settings, origin: needs.origin }, language);
  const to = await findRecoveryAddress(tx, account.id, now);
  const expiresAt = new Date(now.getTime() + days(1));
  await needs.sendEmail(tx, { kind, to, language, message, accountId: account.id, expiresAt });
}

async function answerNobody(needs: HandleIntakeNeeds, tx: Tx, to: string, language: Language, now: Date) {
  const message = noAccountEmail({ origin: needs.origin, settings: needs.settings }, language);
  const expiresAt = new Date(now.getTime() + days(1));
  await needs.sendEmail(tx, { kind: 'no-account', to, language, message, expiresAt });
}
