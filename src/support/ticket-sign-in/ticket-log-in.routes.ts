import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  giveTicketSession,
  type LogInToTicketsNeeds,
  type LogInToTicketsOutcome,
  logInToTickets,
  ticketBrowserOf,
} from '../../identity/index.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, readPosted, show, typedValues, withError } from '../../ui/index.ts';
import { ticketLogInAddress, ticketLogInSentAddress, ticketsAddress } from '../addresses.ts';
import { shownNotices } from '../notices/shown-notices.tsx';
import { type AskForLinkNeeds, askForLink } from './ask-for-link.ts';
import { sealSentTo } from './sent-to.ts';
import { type TicketLogInProps, ticketEntryClosedPage, ticketLogInPage } from './ticket-log-in.page.tsx';
import { ticketLogInForm } from './ticket-sign-in.form.ts';
import { ticketSignInWords } from './ticket-sign-in.words.ts';

export type TicketLogInNeeds = LogInToTicketsNeeds & AskForLinkNeeds & { settings: Settings };

const open = {
  policy: anyone,
  supportAccess: 'never',
  sessions: 'tickets',
  address: ticketLogInAddress,
} as const;

/** The support centre's own door: with a password, or with a link and a code that are emailed. */
export const ticketLogInRoutes = (needs: TicketLogInNeeds): Route[] => [
  route({ ...open, method: 'GET' }, async (request, reply) => {
    const next = nextOf(request.query);
    // Asked for once more, before a change (`yes`) or with another address (`other`), it is shown to whoever is logged in.
    const { again } = request.query as { again?: unknown };
    if (request.actor && again === undefined) return reply.redirect(next || ticketsAddress, 303);
    const props = { ...(await propsOf(needs, next)), form: emptyForm, because: becauseOf(request) };
    return show(reply, ticketLogInPage(props, wordsIn(ticketSignInWords, request.language)));
  }),
  route(
    {
      ...open,
      method: 'POST',
      staleForm: 'shown-again',
      busyFor: (request) => (ticketBrowserOf(request).deviceSecret ? undefined : needs.hasher.busyFor()),
    },
    async (request, reply) => {
      const words = wordsIn(ticketSignInWords, request.language);
      const next = nextOf(request.body);
      const form = readPosted(ticketLogInForm(words), request);
      if (!form.valid)
        return show(reply, ticketLogInPage({ ...(await propsOf(needs, next)), form }, words), 422);
      const { email: address, password, way } = form.values;
      const { language, clientNetwork } = request;
      if (password === '' || way === 'link') {
        await askForLink(needs, { address, language, clientNetwork });
        return reply.redirect(sentPageAddress(needs, address.typed, next), 303);
      }
      const result = await logInToTickets(needs, { address, password, ...ticketBrowserOf(request) });
      return answer(needs, request, reply, next, result);
    },
  ),
];

async function answer(
  needs: TicketLogInNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  result: LogInToTicketsOutcome,
) {
  const words = wordsIn(ticketSignInWords, request.language);
  switch (result.outcome) {
    case 'logged-in':
      giveTicketSession(request, needs.settings, result.session);
      return reply.redirect(next || ticketsAddress, 303);
    case 'wrong-details': {
      const typed = { values: typedValues(request.body), errors: [] };
      const form = withError(typed, 'email', words.errors.wrong);
      const props = { ...(await propsOf(needs, next)), form, left: result.left };
      return show(reply, ticketLogInPage(props, words), 422);
    }
    case 'closed': {
      const { timeZone } = needs.settings.service;
      const closed = { until: result.closure.until, now: needs.clock.now(), timeZone, next };
      return show(reply, ticketEntryClosedPage(closed, words), 429);
    }
  }
}

export const nextOf = (from: unknown): string => safeNext((from as { next?: unknown } | null)?.next) ?? '';

/** Where the code is typed, with the address that has just been typed. */
export const sentPageAddress = (needs: TicketLogInNeeds, typed: string, next: string): string =>
  `${ticketLogInSentAddress}?${new URLSearchParams({ to: sealSentTo(needs, typed), ...(next && { next }) })}`;

const propsOf = async (needs: TicketLogInNeeds, next: string) => ({
  next,
  service: needs.settings.service.name,
  notices: await shownNotices(needs, 'log-in'),
});

function becauseOf(request: FastifyRequest): TicketLogInProps['because'] {
  const { done, ended, again } = request.query as Record<string, unknown>;
  if (done === 'logged-out') return 'loggedOut';
  if (done === 'left') return 'leftTicket';
  if (ended !== undefined) return ended === 'kept' ? 'kept' : 'ended';
  return again === 'yes' ? 'again' : undefined;
}
