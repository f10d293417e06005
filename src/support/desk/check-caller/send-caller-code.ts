import {
  type ContactOnRecord,
  languageOf,
  listContactsOnRecord,
  lockAccount,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { after, hours, minutes } from '../../../kernel/duration.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { inTransaction, type Tx } from '../../../platform/database/database.ts';
import { countUse } from '../../../platform/limits/limit.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import { holdTicket } from '../../tickets/ticket.store.ts';
import { findDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { callerCodeEmail } from './caller-code.email.tsx';
import { callerCodeWords } from './caller-code.words.ts';
import { addCallerCheck } from './check-caller.store.ts';
import { type CheckCallerNeeds, spokenCode } from './check-caller.ts';

/** Long enough to find one's glasses, short enough to be the same call. */
const codeLife = minutes(15);
const codesPerHour = 5;

export type SendCallerCodeOutcome =
  | { outcome: 'code-sent' | 'proven-already' | 'too-many' }
  /** The contact that was chosen is not on record any more. */
  | { outcome: 'no-contact' };

/** Sends a code to a contact that was on record before the call, for the caller to read out. The agent never sees it. */
export async function sendCallerCode(
  needs: CheckCallerNeeds,
  actor: Actor | undefined,
  asked: { reference: string; accountId: string; contact: string },
): Promise<SendCallerCodeOutcome> {
  ask(seePersonBesideTicket, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const account = isId(asked.accountId) ? await lockAccount(tx, asked.accountId as AccountId) : undefined;
    if (!account || account.state === 'closed') throw new NotFound('person');
    const ticket = await holdTicket(tx, (await findDeskTicket(tx, actor, asked.reference)).id);
    if (!ticket || ticket.accountId) return { outcome: 'proven-already' };
    const contacts = await listContactsOnRecord(needs, tx, account.id);
    const contact = contacts.find(({ channel, shown }) => `${channel} ${shown}` === asked.contact);
    if (!contact) return { outcome: 'no-contact' };
    const now = needs.clock.now();
    const limit = { name: `caller-code:${account.id}`, window: hours(1), atMost: codesPerHour, now };
    if (!(await countUse(tx, limit)).allowed) return { outcome: 'too-many' };
    const code = needs.secrets.speakable(2);
    const id = needs.ids.next<'caller-check'>();
    const expiresAt = after(now, codeLife);
    await addCallerCheck(tx, {
      id,
      ticketId: ticket.id,
      accountId: account.id,
      channel: contact.channel,
      codeMac: needs.keyRing.mac('typed-code', spokenCode(ticket, code)),
      askedBy: actor.person.accountId,
      now,
      expiresAt,
    });
    await send(needs, tx, { account, contact, code, expiresAt });
    const record = { type: 'ticket', id: ticket.id };
    await needs.audit.record(tx, { action: 'caller-code-sent', actor, subject: account.id, record });
    return { outcome: 'code-sent' };
  });
}

interface Sending {
  account: NonNullable<Awaited<ReturnType<typeof lockAccount>>>;
  contact: ContactOnRecord;
  code: string;
  expiresAt: Date;
}

async function send(needs: CheckCallerNeeds, tx: Tx, { account, contact, code, expiresAt }: Sending) {
  const language = languageOf(account, needs.settings);
  const { service, support } = needs.settings;
  const shared = { kind: 'caller-code', to: contact.to, accountId: account.id, expiresAt };
  if (contact.channel === 'sms') {
    const { text } = wordsIn(callerCodeWords, language);
    return needs.sendText(tx, { ...shared, text: text(code, service.name) });
  }
  const message = callerCodeEmail({ code, service: service.name, phone: support.phone }, language);
  return needs.sendEmail(tx, { ...shared, language, message });
}
