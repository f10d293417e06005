import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { filledForm, show } from '../../ui/index.ts';
import { newTicketAddress } from '../addresses.ts';
import { sentAddress, sentAgainAddress } from './ask.addresses.ts';
import type { AskNeeds } from './ask.ts';
import { askWords } from './ask.words.ts';
import { sendAgain } from './ask-again.ts';
import { openToAnyone, sentByAnyone } from './open-to-anyone.ts';
import { sentPage } from './sent.page.tsx';
import { openSentAsk, sealSentAsk } from './sent-ask.ts';

/** What was sent and what happens next, and the email that confirms it once more. */
export const sentRoutes = (needs: AskNeeds): Route[] => [
  route({ ...openToAnyone, method: 'GET', address: sentAddress }, async (request, reply) => {
    const { asked } = request.query as { asked?: unknown };
    return showSent(needs, request, reply, asked, []);
  }),
  route({ ...sentByAnyone, address: sentAgainAddress }, async (request, reply) => {
    const words = wordsIn(askWords, request.language);
    const { asked } = (request.body ?? {}) as { asked?: unknown };
    const sent = openSentAsk(needs, asked);
    if (!sent?.isHeld) return reply.redirect(newTicketAddress, 303);
    if (!request.formIsFresh) return reply.redirect(`${sentAddress}?asked=${asked}`, 303);
    const now = needs.clock.now();
    const refuse = (message: string) => showSent(needs, request, reply, asked, [message]);
    if (now < sent.againAt) return refuse(words.sent.tooEarly(sent.againAt.getTime() - now.getTime()));
    const result = await sendAgain(needs, sent, request.clientNetwork);
    if (result.outcome === 'too-many')
      return refuse(words.sent.tooMany(now, result.until, needs.settings.support.phone));
    const facts = { id: sent.ticketId, firstAnswerDueAt: null, ...sent };
    const sealed = sealSentAsk(needs, facts, { email: sent.email, isHeld: true, again: true });
    return reply.redirect(`${sentAddress}?asked=${sealed}`, 303);
  }),
];

function showSent(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: unknown,
  problems: readonly string[],
) {
  const sent = openSentAsk(needs, asked);
  if (!sent) return reply.redirect(newTicketAddress, 303);
  const form = { ...filledForm({}), errors: problems.map((message) => ({ field: '', message })) };
  const props = { sent, sealed: String(asked), form, now: needs.clock.now(), settings: needs.settings };
  return show(reply, sentPage(props, wordsIn(askWords, request.language)), problems.length > 0 ? 429 : 200);
}
