import type { Actor } from '../../../kernel/actor.ts';
import { NotAllowed } from '../../../kernel/endings.ts';
import type { Database } from '../../../platform/database/database.ts';
import { answerTickets } from '../../policy.ts';
import { listViews, type SavedView } from './saved-view.store.ts';

/** The saved views of whoever answers tickets: their own and everybody's. */
export async function readViews(
  { database }: { database: Database },
  actor: Actor | undefined,
): Promise<SavedView[]> {
  if (!actor || !answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  return listViews(database, actor.person.accountId);
}
