import type { Clock } from '../../kernel/clock.ts';
import { after } from '../../kernel/duration.ts';
import type { Ids, MessageId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SendEmail, SendText } from '../../notifications/index.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { type Account, languageOf } from '../account.ts';
import { findRecoveryAddress } from '../account-email.store.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import { type CodeEntry, findCodeClosure } from './code-lane.ts';
import { codeEmail, codeText } from './security-code.email.tsx';
import { countSending, findResendAt } from './sending-limits.ts';
import { addSentCode } from './sent-code.store.ts';
import { sentCodeMacs } from './sent-code.ts';

export interface SendCodeNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  origin: string;
  secrets: Secrets;
  sendEmail: SendEmail;
  sendText: SendText;
  settings: Settings;
}

export interface CodeToSend extends CodeEntry {
  /** The session or waiting log in that asks, and that alone can use the code. */
  boundTo: string;
  /** The factor, or the set-up, that the code proves. */
  target: string;
  /** A number in E.164, or the account's own address for what lets a person in. */
  to: { number: string } | 'email';
  /** Nobody has shown yet that the number is theirs. */
  isSetUp?: boolean;
}

export type SendCodeOutcome =
  | { outcome: 'sent'; messageId: MessageId; resendAt: Date }
  /** Asked for again too soon. */
  | { outcome: 'too-soon'; resendAt: Date }
  /** As many as a day allows went to this number or for this account. */
  | { outcome: 'limit-reached'; until: Date }
  /** No code would be looked at, so none is sent. */
  | { outcome: 'closed'; closure: Closure };

const codeDigits = 6;

/** Sends a fresh code; an earlier one for the same thing stops working, and wrong tries go on counting. */
export const sendCode = (needs: SendCodeNeeds, code: CodeToSend): Promise<SendCodeOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, code.accountId);
    if (!account) throw new Error('an account vanished while a code was sent');
    const now = needs.clock.now();
    const closure = await findCodeClosure(needs, tx, code, now);
    if (closure) return { outcome: 'closed', closure };
    const resendAt = await findResendAt(needs, tx, code.target);
    if (resendAt > now) return { outcome: 'too-soon', resendAt };
    const until = await countSending(needs, tx, code);
    if (until) return { outcome: 'limit-reached', until };
    const messageId = await send(needs, tx, account, code);
    return { outcome: 'sent', messageId, resendAt: await findResendAt(needs, tx, code.target) };
  });

async function send(needs: SendCodeNeeds, tx: Tx, account: Account, code: CodeToSend): Promise<MessageId> {
  const { settings, origin } = needs;
  const now = needs.clock.now();
  const id = needs.ids.next<'sent-code'>();
  const plain = needs.secrets.code(codeDigits);
  const life = settings.secondFactor.codeLife;
  const expiresAt = after(now, life);
  const language = languageOf(account, settings);
  const written = { code: plain, life, origin, settings, fullName: account.fullName };
  const shared = { kind: 'security-code', accountId: account.id, expiresAt };
  const messageId =
    code.to === 'email'
      ? await needs.sendEmail(tx, {
          ...shared,
          language,
          to: await findRecoveryAddress(tx, account.id, now),
          message: codeEmail(written, language),
        })
      : await needs.sendText(tx, { ...shared, to: code.to.number, text: codeText(written, language) });
  const codeMac = sentCodeMacs(needs.keyRing, id, plain)[0] ?? '';
  const { accountId, realm, boundTo, target } = code;
  await addSentCode(tx, { id, accountId, realm, boundTo, target, codeMac, messageId, now, expiresAt });
  return messageId;
}
