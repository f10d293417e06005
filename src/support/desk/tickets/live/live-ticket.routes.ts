import type { FastifyRequest } from 'fastify';
import { identify, readSessionToken } from '../../../../identity/index.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import { type Language, wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import type { Live, Streams } from '../../../../platform/live/index.ts';
import { answerTickets } from '../../../policy.ts';
import { ticketTopic } from '../../../tickets/announce-ticket.ts';
import { findTicketById } from '../../../tickets/ticket.store.ts';
import type { TicketId } from '../../../tickets/ticket.ts';
import { stepAddress } from '../addresses.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { findDeskTicket } from '../hold-desk-ticket.ts';
import { findNewestMessage } from '../presence/newest-message.store.ts';
import {
  arrive,
  leave,
  type PresenceNeeds,
  readPresence,
  sayPresence,
  sayWriting,
} from '../presence/presence.ts';
import { presenceWords } from '../presence/presence.words.ts';
import { sayNewest } from '../presence/say-newest.ts';
import { answering, referenceOf } from '../ticket-route.ts';

export type LiveTicketNeeds = PresenceNeeds &
  Parameters<typeof identify>[0] & { live: Live; streams: Streams };

/** The browser asks by itself, so neither keeps a session alive. */
const quiet = { ...answering, quiet: true } as const;

export const liveTicketRoutes = (needs: LiveTicketNeeds): Route[] => [
  route({ ...quiet, method: 'GET', address: stepAddress('live') }, async (request, reply) => {
    const { id } = await findDeskTicket(needs.database, request.actor, referenceOf(request));
    const first = request.actor as Actor;
    return needs.streams.open(request, reply, {
      owner: first.person.accountId,
      listen: (changed) => needs.live.listen(ticketTopic, id, changed),
      read: () => readEvent(needs, request, id),
      ended: () => leave(needs, first, id),
    });
  }),
  route(
    { ...quiet, method: 'POST', address: stepAddress('writing'), formAt: stepAddress() },
    async (request, reply) => {
      const { writes } = (request.body ?? {}) as { writes?: unknown };
      const said = { reference: referenceOf(request), writes: writes === 'yes' };
      await sayWriting(needs, request.actor, said);
      return reply.code(204).send();
    },
  ),
];

/** Asks the session and the permission anew each time: who lost either hears nothing more. */
async function readEvent(needs: LiveTicketNeeds, request: FastifyRequest, id: TicketId) {
  const token = readSessionToken(request, 'support');
  const actor = await identify(needs, token, 'support', { quietly: true });
  const ticket = await findTicketById(needs.database, id);
  if (!actor || !ticket || !answerTickets.allows(actor, ticket)) return undefined;
  await arrive(needs, actor, id);
  return { name: 'ticket', data: await whatIsSo(needs, actor, id, request.language) };
}

async function whatIsSo(needs: LiveTicketNeeds, actor: Actor, id: TicketId, language: Language) {
  const words = wordsIn(presenceWords, language);
  const { present, now } = await readPresence(needs, needs.database, id, actor);
  const newest = await findNewestMessage(needs.database, id);
  const { gone } = wordsIn(deskTicketsWords, language);
  return {
    here: sayPresence(present, now, words),
    messages: String(newest?.count ?? 0),
    news: newest ? sayNewest(newest, now, words, gone) : '',
  };
}
