import type { Audit } from '../../../audit/index.ts';
import {
  type ContactOnRecord,
  findAccount,
  languageOf,
  listContactsOnRecord,
  lockAccount,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { after, hours, minutes } from '../../../kernel/duration.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, type Ids, isId } from '../../../kernel/ids.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { wordsIn } from '../../../kernel/words.ts';
import type { SendEmail, SendText } from '../../../notifications/index.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import { countUse } from '../../../platform/limits/limit.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import { holdTicket, saveAccount } from '../../tickets/ticket.store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { findDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { callerCodeEmail } from './caller-code.email.tsx';
import { callerCodeWords } from './caller-code.words.ts';
import {
  addCallerCheck,
  type CallerCheck,
  findOpenCheck,
  markProven,
  takeCheckTry,
} from './check-caller.store.ts';

export interface CheckCallerNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
  sendEmail: SendEmail;
  sendText: SendText;
  settings: Settings;
}

/** Long enough to find one's glasses, short enough to be the same call. */
const codeLife = minutes(15);
const codesPerHour = 5;

/** A ticket whose caller is to be checked, and the check that waits, if there is one. */
export async function readCheck(
  needs: Pick<CheckCallerNeeds, 'clock' | 'database'>,
  actor: Actor | undefined,
  reference: string,
): Promise<{ ticket: Ticket; open: CallerCheck | undefined }> {
  ask(seePersonBesideTicket, actor, undefined);
  const ticket = await findDeskTicket(needs.database, actor, reference);
  return { ticket, open: await findOpenCheck(needs.database, ticket.id, needs.clock.now()) };
}

/** Where somebody who was found can be reached; that somebody looked is on record. */
export async function readContacts(
  needs: Pick<CheckCallerNeeds, 'audit' | 'clock' | 'database'>,
  actor: Actor | undefined,
  id: string,
): Promise<{ id: AccountId; name: string; contacts: ContactOnRecord[] }> {
  ask(seePersonBesideTicket, actor, undefined);
  const account = isId(id) ? await findAccount(needs.database, id as AccountId) : undefined;
  if (!account || account.state === 'closed') throw new NotFound('person');
  const contacts = await listContactsOnRecord(needs, needs.database, account.id);
  await inTransaction(needs.database, (tx) =>
    needs.audit.record(tx, { action: 'person-viewed', actor, subject: account.id }),
  );
  return { id: account.id, name: account.fullName, contacts };
}

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
      codeMac: needs.keyRing.mac('typed-code', typedBy(ticket, code)),
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

export type ProveCallerOutcome = { outcome: 'proven' | 'proven-already' | 'wrong-code' };

/** Compares what the caller read out; right, the ticket is about that account from now on. */
export async function proveCaller(
  needs: CheckCallerNeeds,
  actor: Actor | undefined,
  { reference, code }: { reference: string; code: string },
): Promise<ProveCallerOutcome> {
  ask(seePersonBesideTicket, actor, undefined);
  const { id } = await findDeskTicket(needs.database, actor, reference);
  const now = needs.clock.now();
  const tried = await takeCheckTry(needs.database, id, needs.settings.recovery.codeTries, now);
  return inTransaction(needs.database, async (tx) => {
    const record = { type: 'ticket', id };
    if (tried) await lockAccount(tx, tried.accountId);
    const ticket = await holdTicket(tx, id);
    if (!ticket) throw new NotFound('ticket');
    if (ticket.accountId) return { outcome: 'proven-already' };
    const isRight = tried && needs.keyRing.macs('typed-code', typedBy(ticket, code)).includes(tried.codeMac);
    if (!isRight || !(await markProven(tx, tried.id, now))) {
      const subject = tried && { subject: tried.accountId };
      await needs.audit.record(tx, { action: 'caller-code-wrong', actor, record, ...subject });
      return { outcome: 'wrong-code' };
    }
    await saveAccount(tx, id, tried.accountId, 'call-code');
    await needs.audit.record(tx, { action: 'caller-proven', actor, subject: tried.accountId, record });
    return { outcome: 'proven' };
  });
}

/** People read codes out with pauses, in any case. */
const typedBy = ({ id }: Pick<Ticket, 'id'>, code: string): string =>
  `caller:${id}:${code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .toUpperCase()
    .slice(0, 20)}`;
