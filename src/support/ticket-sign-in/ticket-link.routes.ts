import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  giveTicketSession,
  limitNetwork,
  ticketBrowserOf,
  ticketPasswordAddress,
} from '../../identity/index.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, readPosted, show, typedValues, withError } from '../../ui/index.ts';
import {
  createTicketAccountAddress,
  ticketLogInLinkAddress,
  ticketLogInSentAddress,
  ticketsAddress,
} from '../addresses.ts';
import { readTicketLink } from '../tickets/ticket-link.ts';
import { askForLink } from './ask-for-link.ts';
import { type LogInByLinkOutcome, logInByCode, logInByLink } from './log-in-by-link.ts';
import { openSentTo } from './sent-to.ts';
import {
  checkEmailPage,
  createTicketAccountPage,
  followLinkPage,
  pastLinkPage,
} from './ticket-link.page.tsx';
import { nextOf, sentPageAddress, type TicketLogInNeeds } from './ticket-log-in.routes.ts';
import { createTicketAccountForm, ticketCodeForm } from './ticket-sign-in.form.ts';
import { ticketSignInWords } from './ticket-sign-in.words.ts';

const open = { policy: anyone, supportAccess: 'never', sessions: 'tickets' } as const;

export const ticketLinkRoutes = (needs: TicketLogInNeeds): Route[] => [
  ...createRoutes(needs),
  ...codeRoutes(needs),
  ...linkRoutes(needs),
];

const wordsOf = ({ language }: FastifyRequest) => wordsIn(ticketSignInWords, language);

function createRoutes(needs: TicketLogInNeeds): Route[] {
  const service = needs.settings.service.name;
  const at = { ...open, address: createTicketAccountAddress } as const;
  return [
    route({ ...at, method: 'GET' }, async (request, reply) =>
      show(reply, createTicketAccountPage({ form: emptyForm, service }, wordsOf(request))),
    ),
    route({ ...at, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const words = wordsOf(request);
      const form = readPosted(createTicketAccountForm(words), request);
      if (!form.valid) return show(reply, createTicketAccountPage({ form, service }, words), 422);
      const { email: address, fullName } = form.values;
      const { language, clientNetwork } = request;
      await askForLink(needs, { address, fullName, language, clientNetwork });
      return reply.redirect(sentPageAddress(needs, address.typed, ''), 303);
    }),
  ];
}

function codeRoutes(needs: TicketLogInNeeds): Route[] {
  const at = { ...open, address: ticketLogInSentAddress } as const;
  return [
    route({ ...at, method: 'GET' }, async (request, reply) => {
      const { to } = request.query as { to?: unknown };
      const form = { ...emptyForm, values: { email: openSentTo(needs, to) ?? '' } };
      return show(reply, checkEmailPage({ form, next: nextOf(request.query) }, wordsOf(request)));
    }),
    route({ ...at, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const words = wordsOf(request);
      const next = nextOf(request.body);
      const form = readPosted(ticketCodeForm(words), request);
      if (!form.valid) return show(reply, checkEmailPage({ form, next }, words), 422);
      await limitNetwork(needs, needs.database, 'code', request.clientNetwork);
      const { email: address, code } = form.values;
      const result = await logInByCode(needs, { address, code }, ticketBrowserOf(request));
      if (result.outcome === 'logged-in') return goOn(needs, request, reply, result, next);
      const typed = { values: typedValues(request.body), errors: [] };
      const refused = withError(typed, 'code', words.errors.refused);
      return show(reply, checkEmailPage({ form: refused, next }, words), 422);
    }),
  ];
}

function linkRoutes(needs: TicketLogInNeeds): Route[] {
  const at = { ...open, address: ticketLogInLinkAddress } as const;
  return [
    route({ ...at, method: 'GET' }, async (request, reply) => {
      const link = linkIn(request.query);
      const { state } = await readTicketLink(needs, link, 'sign-in');
      if (state !== 'live') return show(reply, pastLinkPage(wordsOf(request)), 410);
      return show(reply, followLinkPage({ link, settings: needs.settings }, wordsOf(request)));
    }),
    route({ ...at, method: 'POST' }, async (request, reply) => {
      const result = await logInByLink(needs, linkIn(request.body), ticketBrowserOf(request));
      if (result.outcome === 'logged-in') return goOn(needs, request, reply, result, '');
      return show(reply, pastLinkPage(wordsOf(request)), 410);
    }),
  ];
}

/** Whoever is new here is asked once whether they want a password. */
function goOn(
  needs: TicketLogInNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, isNew }: Extract<LogInByLinkOutcome, { outcome: 'logged-in' }>,
  next: string,
) {
  giveTicketSession(request, needs.settings, session);
  const choose = `${ticketPasswordAddress}?${new URLSearchParams({ new: 'yes', ...(next && { next }) })}`;
  return reply.redirect(isNew ? choose : next || ticketsAddress, 303);
}

const linkIn = (from: unknown): string => {
  const { link } = (from ?? {}) as { link?: unknown };
  return typeof link === 'string' ? link.slice(0, 200) : '';
};
