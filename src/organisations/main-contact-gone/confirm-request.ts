import type { Audit } from '../../audit/index.ts';
import { hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { isLetterCode } from '../claims/letter-code.ts';
import { limitNetwork } from '../limit-network.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { keepLetterAnswer, keepMailboxAnswer } from './change-request.store.ts';
import { findRequest } from './main-contact-request.store.ts';
import type { MainContactRequest } from './main-contact-request.ts';
import { tellRequester } from './tell-requester.ts';

export interface ConfirmRequestNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  keyRing: KeyRing;
}

/** What a link sent to a practice's mailbox is about. Looking changes nothing: mail scanners open links too. */
export const readMailboxLink = ({ database, clock }: ConfirmRequestNeeds, secret: string) =>
  findRequest(database, { linkHash: hashOfSecret(secret), now: clock.now() });

export type AnswerOutcome = { outcome: 'confirmed' | 'denied' } | { outcome: 'not-live' };

/** The practice's mailbox confirms, or says that it is wrong. Staff decide either way. */
export async function answerByMailbox(
  needs: ConfirmRequestNeeds,
  { secret, answer }: { secret: string; answer: 'yes' | 'no' },
): Promise<AnswerOutcome> {
  const hash = hashOfSecret(secret);
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const request = await findRequest(tx, { linkHash: hash, now });
    if (!request || !(await keepMailboxAnswer(tx, request.id, hash, answer, now)))
      return { outcome: 'not-live' };
    const outcome = answer === 'yes' ? 'confirmed' : 'denied';
    await needs.audit.record(tx, {
      action: `main-contact-${outcome}`,
      actor: 'anyone',
      organisation: request.practice.id,
      record: { type: 'main-contact-request', id: request.id },
      reason: 'mailbox',
    });
    await tellRequester(needs, tx, request, outcome);
    return { outcome };
  });
}

export type EnterCodeOutcome = { outcome: 'confirmed' } | { outcome: 'wrong' };

const triesAnHour = 5;

/** A wrong reference and a wrong code answer alike, and cost a try alike. */
export async function enterLetterCode(
  needs: ConfirmRequestNeeds,
  typed: { reference: string; code: string; clientNetwork: string },
): Promise<EnterCodeOutcome> {
  const reference = typed.reference.trim().toUpperCase();
  if (!(await mayTry(needs, reference, typed.clientNetwork))) return { outcome: 'wrong' };
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const request = await findRequest(tx, { reference });
    if (!request || !isRight(needs, request, typed.code)) return { outcome: 'wrong' };
    if (!(await keepLetterAnswer(tx, request.id, request.letter?.mac ?? '', now)))
      return { outcome: 'wrong' };
    await needs.audit.record(tx, {
      action: 'main-contact-confirmed',
      actor: 'anyone',
      organisation: request.practice.id,
      record: { type: 'main-contact-request', id: request.id },
      reason: 'letter',
    });
    await tellRequester(needs, tx, request, 'confirmed');
    return { outcome: 'confirmed' };
  });
}

const isRight = (
  { keyRing }: ConfirmRequestNeeds,
  { id, letter }: MainContactRequest,
  code: string,
): boolean =>
  letter !== undefined && isLetterCode(keyRing, 'main-contact-letter', { id, mac: letter.mac }, code);

/** Tries are counted apart, so that a wrong one is not forgotten with it. */
async function mayTry(
  needs: ConfirmRequestNeeds,
  reference: string,
  clientNetwork: string,
): Promise<boolean> {
  await inTransaction(needs.database, (tx) => limitNetwork(needs, tx, 'main-contact-code', clientNetwork));
  const name = `main-contact-code:${needs.keyRing.mac('unknown-name', reference)}`;
  const limit = { name, window: hours(1), atMost: triesAnHour, now: needs.clock.now() };
  return (await countUse(needs.database, limit)).allowed;
}
