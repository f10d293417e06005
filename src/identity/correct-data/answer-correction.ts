import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { administerAccounts } from '../policy.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { correctionAnsweredEmail } from './correct-data.email.tsx';
import { findCorrection, finishCorrection, type KeptCorrection } from './correction.store.ts';

export interface AnswerCorrectionNeeds extends TellAccountNeeds {
  audit: Audit;
  database: Database;
  keyRing: KeyRing;
}

export interface Correction extends Omit<KeptCorrection, 'sealed'> {
  /** What the person wrote; nothing once it was dealt with. */
  text: string | undefined;
}

/** One request as staff read it. */
export async function readCorrection(
  needs: AnswerCorrectionNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<Correction> {
  const { sealed, ...correction } = await findFor(needs.database, actor, id);
  const text =
    sealed.length > 0 ? needs.keyRing.open('data-rights', sealed, correction.id).toString('utf8') : undefined;
  return { ...correction, text };
}

export type AnswerCorrectionOutcome = { outcome: 'answered' } | { outcome: 'answered-already' };

/** Tells the person what was done, and erases what they wrote. */
export async function answerCorrection(
  needs: AnswerCorrectionNeeds,
  actor: Actor | undefined,
  { id, answer }: { id: string; answer: string },
): Promise<AnswerCorrectionOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { accountId } = await findFor(tx, actor, id);
    const account = await lockAccount(tx, accountId);
    if (!account || !actor) throw new NotFound('correction');
    if (!(await finishCorrection(tx, id, actor.person.accountId, needs.clock.now())))
      return { outcome: 'answered-already' };
    await needs.audit.record(tx, {
      action: 'correction-answered',
      actor,
      subject: accountId,
      record: { type: 'correction', id },
      detail: { answer },
    });
    const write: Parameters<typeof tellAccount>[3]['write'] = (notice, language) =>
      correctionAnsweredEmail({ ...notice, answer }, language);
    await tellAccount(needs, tx, account, { kind: 'correction-answered', write });
    return { outcome: 'answered' };
  });
}

async function findFor(db: Database | Tx, actor: Actor | undefined, id: string): Promise<KeptCorrection> {
  const nobodys = { accountId: id as KeptCorrection['accountId'], isAdministrator: false };
  ask(administerAccounts, actor, nobodys);
  const found = isId(id) ? await findCorrection(db, id) : undefined;
  if (!found) throw new NotFound('correction');
  ask(administerAccounts, actor, { accountId: found.accountId, isAdministrator: false });
  return found;
}
