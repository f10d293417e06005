import type { Actor } from '../../../kernel/actor.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { answerTickets } from '../../policy.ts';

/** The subjects whose tickets somebody may read; undefined where it is all of them. */
export function readableSubjects(
  actor: Actor | undefined,
  { tickets }: Pick<Settings, 'tickets'>,
): readonly string[] | undefined {
  const may = (subjectKey: string) => answerTickets.allows(actor, { subjectKey });
  // One that the settings forgot is no exception for whoever reads everything.
  if (may('')) return undefined;
  return tickets.subjects.map(({ key }) => key).filter(may);
}
