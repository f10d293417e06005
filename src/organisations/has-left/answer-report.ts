import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findHere, holdHere } from '../here.ts';
import { decideRequests } from '../policy.ts';
import { decidesOnlyAt } from './decides-only-at.ts';
import { listOpenReports, type Resolution, resolveReport } from './leaver-report.store.ts';
import type { TakeReportNeeds } from './take-report.ts';

export type AnswerReportOutcome = { outcome: 'answered' } | { outcome: 'answered-already' };

/** Settles what was said about somebody; whoever it is about does not. */
export async function answerReport(
  needs: TakeReportNeeds,
  actor: Actor | undefined,
  { code, id, resolution }: { code: string; id: string; resolution: Resolution },
): Promise<AnswerReportOutcome> {
  if (!isId(id)) throw new NotFound('leaver report');
  return inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    const by = await holdHere(tx, actor, here);
    ask(decideRequests, by, here);
    const exceptAbout = by.subject;
    const [report] = await listOpenReports(tx, here.practice.id, {
      exceptAbout,
      branch: decidesOnlyAt(by, here),
      id,
    });
    if (!report) return { outcome: 'answered-already' };
    const now = needs.clock.now();
    await resolveReport(tx, report.id, { resolution, by: by.person.accountId, now });
    await needs.audit.record(tx, {
      action: 'leaver-report-answered',
      actor: by,
      organisation: here.practice.id,
      record: { type: 'leaver-report', id: report.id },
      reason: resolution,
    });
    return { outcome: 'answered' };
  });
}
