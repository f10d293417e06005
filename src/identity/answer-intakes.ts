import { type Database, inTransaction, type Tx } from '../platform/database/database.ts';
import { claimIntake, type Intake, type IntakeKind, markHandled } from './intake.store.ts';

const atATime = 20;

/**
 * Answers what was asked, the oldest first, each in a transaction of its own: one that held several people's limits and
 * accounts would sooner or later wait for another that waits for it. Gives how many were answered.
 */
export async function answerIntakes(
  database: Database,
  kinds: IntakeKind[],
  now: Date,
  answer: (tx: Tx, intake: Intake) => Promise<void>,
): Promise<number> {
  const answerNext = () =>
    inTransaction(database, async (tx) => {
      const intake = await claimIntake(tx, kinds);
      if (!intake) return false;
      await answer(tx, intake);
      await markHandled(tx, intake.id, now);
      return true;
    });
  let answered = 0;
  while (answered < atATime && (await answerNext())) answered += 1;
  return answered;
}
