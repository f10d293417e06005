import type { Audit } from '../../../audit/index.ts';
import { type ContactOnRecord, findAccount, listContactsOnRecord } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, type Ids, isId } from '../../../kernel/ids.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import type { SendEmail, SendText } from '../../../notifications/index.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { findDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { type CallerCheck, findOpenCheck } from './check-caller.store.ts';

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

/** A code as it is kept and compared: people read codes out with pauses, in any case. */
export const spokenCode = ({ id }: Pick<Ticket, 'id'>, code: string): string =>
  `caller:${id}:${code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .toUpperCase()
    .slice(0, 20)}`;
