import type { Actor } from '../../../kernel/actor.ts';
import { dayAt } from '../../../kernel/calendar-day.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { countArticlesToMend, countHeldFeedback } from '../../articles/article-feedback.store.ts';
import { countToReview } from '../../articles/review.store.ts';
import { answerTickets, deskStaff, enterDesk, writeArticles } from '../../policy.ts';
import { countQueues, type QueueCounts } from '../tickets/ticket-queues.store.ts';
import { ticketScope } from '../tickets/ticket-scope.ts';
import { countOpenTasks, type WaitingTasks } from './start.store.ts';

export interface StartNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

/** What waits, for whoever arrives at the desk. */
export interface Start {
  /** Undefined for staff who answer no tickets. */
  queues: QueueCounts | undefined;
  /** Undefined for staff who help nobody with their account. */
  waiting: readonly WaitingTasks[] | undefined;
  /** Undefined for staff who write no articles. */
  articles: WaitingArticles | undefined;
}

export interface WaitingArticles {
  toReview: number;
  /** Articles that did not help somebody. */
  toMend: number;
  /** Answers to be let through. */
  held: number;
}

export async function readStart(needs: StartNeeds, actor: Actor | undefined): Promise<Start> {
  ask(enterDesk, actor, undefined);
  const { database: db } = needs;
  const [queues, waiting, articles] = await Promise.all([
    answerTickets.admits(actor) ? countQueues(db, ticketScope(needs, actor)) : undefined,
    deskStaff.admits(actor) ? countOpenTasks(db) : undefined,
    writeArticles.admits(actor) ? countArticles(needs) : undefined,
  ]);
  return { queues, waiting, articles };
}

async function countArticles({ clock, database: db, settings }: StartNeeds): Promise<WaitingArticles> {
  const today = dayAt(clock.now(), settings.service.timeZone);
  const [toReview, toMend, held] = await Promise.all([
    countToReview(db, today),
    countArticlesToMend(db),
    countHeldFeedback(db),
  ]);
  return { toReview, toMend, held };
}
