import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after, days } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask } from '../../kernel/policy.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Queryable, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { mainContactAnswerAddress } from '../addresses.ts';
import { findMailbox } from '../administrators/mailbox.store.ts';
import { tellMailbox } from '../administrators/tell-mailbox.ts';
import { macOfLetterCode, newLetterCode } from '../claims/letter-code.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { manageOrganisations } from '../policy.ts';
import { keepAuthoriserCheck, keepLetterCode, keepMailboxLink } from './change-request.store.ts';
import { confirmMailboxEmail } from './main-contact-gone.email.tsx';
import { mainContactGoneWords } from './main-contact-gone.words.ts';
import { findRequest } from './main-contact-request.store.ts';
import type { MainContactRequest } from './main-contact-request.ts';
import { tellRequester } from './tell-requester.ts';

export interface CheckRequestNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  keyRing: KeyRing;
  secrets: Secrets;
}

/** For staff alone. */
export async function readRequest(
  db: Queryable,
  actor: Actor | undefined,
  id: string,
): Promise<MainContactRequest> {
  ask(manageOrganisations, actor, undefined);
  const request = isId(id) ? await findRequest(db, { id }) : undefined;
  if (!request) throw new NotFound('request');
  return request;
}

const linkLife = days(14);
const messagesPerMailbox = 3;

export type AskMailboxOutcome =
  | { outcome: 'asked' }
  | { outcome: 'decided-already' }
  | { outcome: 'no-mailbox' }
  /** It was written to three times today. */
  | { outcome: 'too-many' };

/** Sends the practice's own mailbox a link that confirms; any earlier one stops working. */
export async function askMailbox(
  needs: CheckRequestNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<AskMailboxOutcome> {
  const request = await readRequest(needs.database, actor, id);
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    if (!(await findMailbox(tx, request.practice.id))) return { outcome: 'no-mailbox' };
    const limit = { name: `main-contact-mailbox:${request.practice.id}`, window: days(1), now };
    if (!(await countUse(tx, { ...limit, atMost: messagesPerMailbox })).allowed)
      return { outcome: 'too-many' };
    const secret = needs.secrets.issue();
    const expiresAt = after(now, linkLife);
    if (!(await keepMailboxLink(tx, id, secret.hash, expiresAt))) return { outcome: 'decided-already' };
    const href = `${needs.origin}${mainContactAnswerAddress}?link=${secret.plain}`;
    const facts = { request, href, support: needs.settings.support };
    await tellMailbox(needs, tx, {
      kind: 'main-contact-mailbox',
      practice: request.practice,
      write: (language) => confirmMailboxEmail(facts, wordsIn(mainContactGoneWords, language)),
      expiresAt,
    });
    await record(needs, tx, 'main-contact-mailbox-asked', actor, request);
    await tellRequester(needs, tx, request, 'mailbox-asked');
    return { outcome: 'asked' };
  });
}

export type MakeLetterOutcome =
  | { outcome: 'made'; code: string; request: MainContactRequest }
  | { outcome: 'decided-already' };

/** Makes the code of a letter to the practice's address in the register. It is shown once; an earlier one stops working. */
export async function makeLetter(
  needs: CheckRequestNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<MakeLetterOutcome> {
  const request = await readRequest(needs.database, actor, id);
  const code = newLetterCode(needs.secrets);
  return inTransaction(needs.database, async (tx) => {
    const mac = macOfLetterCode(needs.keyRing, 'main-contact-letter', id, code);
    if (!(await keepLetterCode(tx, id, mac, needs.clock.now()))) return { outcome: 'decided-already' };
    await record(needs, tx, 'main-contact-letter-made', actor, request);
    await tellRequester(needs, tx, request, 'letter-made');
    return { outcome: 'made', code, request };
  });
}

export type CheckAuthoriserOutcome = { outcome: 'recorded' } | { outcome: 'decided-already' };

/** Puts on record how staff made sure that the person named may authorise this. */
export async function checkAuthoriser(
  needs: CheckRequestNeeds,
  actor: Actor | undefined,
  { id, note }: { id: string; note: string },
): Promise<CheckAuthoriserOutcome> {
  ask(manageOrganisations, actor, undefined);
  const request = await readRequest(needs.database, actor, id);
  return inTransaction(needs.database, async (tx) => {
    const check = { note, by: actor.person.accountId, now: needs.clock.now() };
    if (!(await keepAuthoriserCheck(tx, id, check))) return { outcome: 'decided-already' };
    await record(needs, tx, 'authoriser-checked', actor, request);
    return { outcome: 'recorded' };
  });
}

const record = (
  { audit }: CheckRequestNeeds,
  tx: Tx,
  action: string,
  actor: Actor | undefined,
  { id, practice }: MainContactRequest,
) => {
  ask(manageOrganisations, actor, undefined);
  return audit.record(tx, {
    action,
    actor,
    organisation: practice.id,
    record: { type: 'main-contact-request', id },
  });
};
