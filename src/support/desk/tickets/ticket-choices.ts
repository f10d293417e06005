import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type DeskMember, listAssignees, listCurrentNotices, listTeams } from './people-of-desk.store.ts';

/** Whom a ticket can be given to, and what it can be tied to. */
export interface TicketChoices {
  assignees: readonly DeskMember[];
  teams: Awaited<ReturnType<typeof listTeams>>;
  notices: Awaited<ReturnType<typeof listCurrentNotices>>;
}

/** For tickets of one subject, or of any. */
export async function readTicketChoices(
  { clock, database }: { clock: Clock; database: Database },
  subjectKey?: string,
): Promise<TicketChoices> {
  const [assignees, teams, notices] = await Promise.all([
    listAssignees(database, subjectKey),
    listTeams(database),
    listCurrentNotices(database, clock.now()),
  ]);
  return { assignees, teams, notices };
}
