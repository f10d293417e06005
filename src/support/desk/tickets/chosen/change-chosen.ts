import type { Actor } from '../../../../kernel/actor.ts';
import { NotAllowed } from '../../../../kernel/endings.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { answerTickets, overseeTickets } from '../../../policy.ts';
import { findTicket, holdTicket } from '../../../tickets/ticket.store.ts';
import type { Ticket } from '../../../tickets/ticket.ts';
import { applyWish, type ChangeOutcome, type ChangeTicketNeeds, type Wish } from '../apply-wish.ts';

export const mostChosen = 100;

/** What is done with several at once; a tag is added to those they have. */
export type ChosenWish = Omit<Wish, 'tags'> & { addTag?: string };

export type ChosenOutcome = ChangeOutcome | 'not-yours' | 'not-found';

export interface ChosenResult {
  reference: string;
  outcome: ChosenOutcome;
}

/** Who oversees changes any ticket they may read; the others those that are theirs, or nobody's. */
export const mayChangeAmongSeveral = (
  actor: Actor,
  ticket: Pick<Ticket, 'assignedTo' | 'subjectKey'>,
): boolean =>
  answerTickets.allows(actor, ticket) &&
  (overseeTickets.admits(actor) || ticket.assignedTo === actor.person.accountId);

/** Changes each by itself, in the order of their ids: one that cannot be changed does not hold up the others. */
export async function changeChosen(
  needs: ChangeTicketNeeds,
  actor: Actor | undefined,
  asked: { references: readonly string[]; wish: ChosenWish },
): Promise<ChosenResult[]> {
  if (!actor || !answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  const results: ChosenResult[] = [];
  for (const reference of [...new Set(asked.references)].slice(0, mostChosen))
    results.push({ reference, outcome: await changeOne(needs, actor, reference, asked.wish) });
  return results;
}

const changeOne = (
  needs: ChangeTicketNeeds,
  actor: Actor,
  reference: string,
  { addTag, ...wish }: ChosenWish,
): Promise<ChosenOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const found = await findTicket(tx, reference);
    const ticket = found && (await holdTicket(tx, found.id));
    if (!ticket || !answerTickets.allows(actor, ticket)) return 'not-found';
    if (!mayChangeAmongSeveral(actor, ticket)) return 'not-yours';
    const tags = addTag ? { tags: [...new Set([...ticket.tags, addTag])] } : {};
    return applyWish(needs, tx, actor, ticket, { ...wish, ...tags });
  });
