import type { Actor } from '../../../kernel/actor.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { Nudge } from '../../../platform/jobs/index.ts';
import { overseeTickets } from '../../policy.ts';
import type { NoticeId } from '../../tickets/ticket.ts';
import { addAnswer, addAnswerTickets, type NoticeAnswerId } from './notice-answer.store.ts';
import { end, type NoticeNeeds, recordNotice } from './publish-notice.ts';

export interface AnswerLinkedNeeds extends NoticeNeeds {
  nudge: Nudge;
}

export const answerLinkedName = 'answer-linked-tickets';

export interface AnswerLinked {
  /** Given to the form, so that its button pressed twice is one answer. */
  id: NoticeAnswerId;
  noticeId: NoticeId;
  body: string;
  solves: boolean;
  ends: boolean;
}

export type AnswerLinkedOutcome = 'answering' | 'sent-already' | 'nothing-open';

class NothingOpen extends Error {}

/** Has one answer written to every open ticket that is linked to a notice; those linked later are not among them. */
export async function answerLinked(
  needs: AnswerLinkedNeeds,
  actor: Actor | undefined,
  { id, noticeId, body, solves, ends }: AnswerLinked,
): Promise<AnswerLinkedOutcome> {
  ask(overseeTickets, actor, undefined);
  const answer = { id, noticeId, body, solves, writtenBy: actor.person.accountId };
  const answered = inTransaction(needs.database, async (tx): Promise<AnswerLinkedOutcome> => {
    if (!(await addAnswer(tx, answer, needs.clock.now()))) return 'sent-already';
    if ((await addAnswerTickets(tx, answer)) === 0) throw new NothingOpen();
    await recordNotice(needs, tx, actor, 'notice-answered', noticeId);
    if (ends) await end(needs, tx, actor, noticeId);
    await needs.nudge(tx, answerLinkedName);
    return 'answering';
  });
  return answered.catch((error: unknown) => {
    if (error instanceof NothingOpen) return 'nothing-open';
    throw error;
  });
}
