import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { countOwnEvents, listOwnEvents, type OwnEvent } from './activity.store.ts';

const eventsOnPage = 25;

export interface Activity {
  events: OwnEvent[];
  page: number;
  pages: number;
}

/** One page of what happened to a person's own account; a page beyond the end is the last one. */
export async function readActivity(
  { database }: { database: Database },
  actor: Actor | undefined,
  page: number,
): Promise<Activity> {
  ask(loggedIn, actor, undefined);
  const total = await countOwnEvents(database, actor.subject);
  const pages = Math.max(1, Math.ceil(total / eventsOnPage));
  const shown = Math.min(Math.max(1, page), pages);
  const part = { from: (shown - 1) * eventsOnPage, atMost: eventsOnPage };
  return { events: await listOwnEvents(database, actor.subject, part), page: shown, pages };
}
