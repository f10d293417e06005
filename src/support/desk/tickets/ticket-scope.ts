import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { answerTickets } from '../../policy.ts';
import type { TicketScope } from './ticket-queues.store.ts';

/** Which tickets somebody is shown, wherever several are. */
export const ticketScope = (
  { clock, settings }: { clock: Clock; settings: Pick<Settings, 'tickets'> },
  actor: Actor,
): TicketScope => ({
  reader: actor.person.accountId,
  now: clock.now(),
  subjects: readableSubjects(actor, settings),
});

/** Undefined where it is all of them. */
function readableSubjects(
  actor: Actor,
  { tickets }: Pick<Settings, 'tickets'>,
): readonly string[] | undefined {
  const may = (subjectKey: string) => answerTickets.allows(actor, { subjectKey });
  // One that the settings forgot is no exception for whoever reads everything.
  if (may('')) return undefined;
  return tickets.subjects.map(({ key }) => key).filter(may);
}
