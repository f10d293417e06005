import type { Audit } from '../../../../audit/index.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import { NotAllowed, NotFound } from '../../../../kernel/endings.ts';
import { type Ids, isId } from '../../../../kernel/ids.ts';
import { ask } from '../../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../../platform/database/database.ts';
import { answerTickets, overseeTickets } from '../../../policy.ts';
import { addView, countOwnViews, removeView, type SavedView } from '../saved-view.store.ts';
import { queryOf, readQuestion } from '../ticket-question.ts';

export interface ViewsNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
}

/** Nobody looks through more. */
const mostViews = 30;

function askReader(actor: Actor | undefined): asserts actor is Actor {
  if (!actor || !answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
}

export const mayRemove = (actor: Actor | undefined, view: SavedView): boolean =>
  !view.isShared || overseeTickets.admits(actor);

/** Keeps what a list asks under a name: for oneself, or for everybody. */
export async function saveView(
  needs: ViewsNeeds,
  actor: Actor | undefined,
  view: { name: string; query: string; isShared: boolean },
): Promise<{ outcome: 'view-saved' | 'too-many' }> {
  askReader(actor);
  if (view.isShared) ask(overseeTickets, actor, undefined);
  const owner = view.isShared ? null : actor.person.accountId;
  const question = readQuestion(Object.fromEntries(new URLSearchParams(view.query)));
  const filters = Object.fromEntries(new URLSearchParams(queryOf(question)));
  return inTransaction(needs.database, async (tx) => {
    if ((await countOwnViews(tx, owner)) >= mostViews) return { outcome: 'too-many' };
    const id = needs.ids.next<'saved-view'>();
    await addView(tx, { id, owner, name: view.name, filters, now: needs.clock.now() });
    const record = { type: 'saved-view', id };
    await needs.audit.record(tx, { action: 'ticket-view-saved', actor, record });
    return { outcome: 'view-saved' };
  });
}

export async function forgetView(
  needs: ViewsNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<{ outcome: 'view-removed' }> {
  askReader(actor);
  const asked = { id, owner: actor.person.accountId, shared: overseeTickets.admits(actor) };
  const record = { type: 'saved-view', id };
  await inTransaction(needs.database, async (tx) => {
    if (!isId(id) || !(await removeView(tx, asked))) throw new NotFound('saved view');
    await needs.audit.record(tx, { action: 'ticket-view-removed', actor, record });
  });
  return { outcome: 'view-removed' };
}
