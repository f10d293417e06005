import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { activateAgain, type ClosingNeeds, type DeathNeeds, stopForDeath } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { emptyForm, type FormState, keptForm, readPosted, show } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { administrator } from '../../policy.ts';
import { saidAnswersWords } from '../../tickets/said-answers.words.ts';
import { type DeskWords, deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { reasonField } from '../reason-field.ts';
import { referenceOf } from '../tickets/ticket-route.ts';
import { someoneDiedPage } from './someone-died.page.tsx';
import type { AccountOfTheDead } from './someone-died.store.ts';
import { readReportedDeath, type SomeoneDiedNeeds } from './someone-died.ts';
import { someoneDiedWords } from './someone-died.words.ts';
import { followTicketsAgain, stopFollowedTickets } from './stop-followed-tickets.ts';

export type SomeoneDiedRouteNeeds = SomeoneDiedNeeds & DeathNeeds & ClosingNeeds;

const desk = { policy: administrator, supportAccess: 'never', realm: 'support', stepUp: true } as const;
const address = deskTicketAddress(':reference', 'died');
const posted = { ...desk, method: 'POST', staleForm: 'shown-again', formAt: address } as const;

const decideForm = (words: DeskWords) => z.object({ email: z.string().max(254), reason: reasonField(words) });

/** Where administrators who checked that somebody died stop everything, and take it back. */
export const someoneDiedRoutes = (needs: SomeoneDiedRouteNeeds): Route[] => [
  route({ ...desk, method: 'GET', address }, (request, reply) => {
    const { email } = request.query as { email?: unknown };
    return showDeath(needs, request, reply, keptForm(request), typeof email === 'string' ? email : undefined);
  }),
  decideRoute(needs, address, { portal: stopForDeath, support: stopFollowedTickets }),
  decideRoute(needs, deskTicketAddress(':reference', 'died/undo'), {
    portal: activateAgain,
    support: followTicketsAgain,
  }),
];

type Decide = (
  needs: SomeoneDiedRouteNeeds,
  actor: Actor | undefined,
  asked: { accountId: AccountId; stoppedAt: Date | null; reason: string },
) => Promise<{ outcome: string }>;

const decideRoute = (
  needs: SomeoneDiedRouteNeeds,
  at: string,
  decide: Record<AccountOfTheDead['home'], Decide>,
): Route =>
  route({ ...posted, address: at }, async (request, reply) => {
    const form = readPosted(decideForm(wordsIn(deskWords, request.language)), request);
    if (!form.valid) return showDeath(needs, request, reply, form, form.values.email);
    const { email, reason } = form.values;
    const reference = referenceOf(request);
    const { account } = await readReportedDeath(needs, request.actor, { reference, typed: email });
    if (!account) return showDeath(needs, request, reply, emptyForm, email);
    const { id: accountId, home, mailStoppedAt: stoppedAt } = account;
    const { outcome } = await decide[home](needs, request.actor, { accountId, stoppedAt, reason });
    const query = new URLSearchParams({ email, done: outcome });
    return reply.redirect(`${deskTicketAddress(reference, 'died')}?${query}`, 303);
  });

async function showDeath(
  needs: SomeoneDiedRouteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState = emptyForm,
  typed?: string,
) {
  const words = wordsIn(someoneDiedWords, request.language);
  const death = await readReportedDeath(needs, request.actor, { reference: referenceOf(request), typed });
  const props = { ...death, form, notice: readNotice(request.query, words), settings: needs.settings };
  const page = someoneDiedPage(props, {
    words,
    desk: wordsIn(deskWords, request.language),
    answers: wordsIn(saidAnswersWords, request.language),
  });
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
