import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotAllowed } from '../../kernel/endings.ts';
import { anyone, policy } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import { emptyForm, type FormState, readPosted, show } from '../../ui/index.ts';
import {
  ticketAccountAddress,
  ticketLogInAddress,
  ticketLogOutAddress,
  ticketPasswordAddress,
  ticketPasswordRemovalAddress,
} from '../addresses.ts';
import { newPasswordField } from '../passwords/new-password-field.ts';
import { passwordContext } from '../passwords/password-context.ts';
import { passwordWords } from '../passwords/passwords.words.ts';
import { endSession } from '../sessions/session.store.ts';
import { giveRenewedToken } from '../sessions/session-cookies.ts';
import { findTicketAccount } from '../ticket-account.store.ts';
import type { TicketAccount } from '../ticket-account.ts';
import { type ChangeTicketPasswordNeeds, changeTicketPassword } from './change-ticket-password.ts';
import { takeTicketSession } from './ticket-cookies.ts';
import { ticketPasswordPage } from './ticket-password.page.tsx';
import { ticketPasswordWords } from './ticket-password.words.ts';

/** Logged in by the support centre's own sign in; a session of the portal has no password here. */
export const loggedInToTickets = policy('logged in to tickets', (actor) => actor?.person.realm === 'support');

const mine = {
  policy: loggedInToTickets,
  supportAccess: 'never',
  sessions: 'tickets',
  stepUp: true,
} as const;

/** The password of the support centre's own sign in, and the way out of it. */
export const supportSignInRoutes = (needs: ChangeTicketPasswordNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: ticketPasswordAddress }, async (request, reply) =>
    showForm(needs, request, reply, await ownAccount(needs, request), emptyForm),
  ),
  route(
    { ...mine, method: 'POST', address: ticketPasswordAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const account = await ownAccount(needs, request);
      const { fullName, email } = account;
      const owner = passwordContext(needs.settings, { names: [fullName], email });
      const passwords = wordsIn(passwordWords, request.language);
      const schema = z.object({ password: newPasswordField(needs.settings.password, passwords, owner) });
      const form = readPosted(schema, request);
      if (!form.valid) return showForm(needs, request, reply, account, form, 422);
      const { token } = await changeTicketPassword(needs, request.actor, form.values.password);
      if (token) giveRenewedToken(request, 'tickets', token, needs.settings.tickets.staysLoggedIn);
      return reply.redirect(wayOn(request).next ?? `${ticketAccountAddress}?done=password`, 303);
    },
  ),
  route(
    {
      ...mine,
      method: 'POST',
      address: ticketPasswordRemovalAddress,
      formAt: ticketPasswordAddress,
    },
    async (request, reply) => {
      const { token } = await changeTicketPassword(needs, request.actor, undefined);
      if (token) giveRenewedToken(request, 'tickets', token, needs.settings.tickets.staysLoggedIn);
      return reply.redirect(`${ticketAccountAddress}?done=password-removed`, 303);
    },
  ),
  postLogOut(needs),
];

/** A POST, so that no picture or link on another site can do it. A session of the portal stays. */
const postLogOut = ({ audit, clock, database }: ChangeTicketPasswordNeeds): Route =>
  route(
    {
      policy: anyone,
      supportAccess: 'never',
      sessions: 'tickets',
      method: 'POST',
      address: ticketLogOutAddress,
      formAt: ticketAccountAddress,
    },
    async (request, reply) => {
      const { actor } = request;
      if (actor?.person.realm === 'support')
        await inTransaction(database, async (tx) => {
          await endSession(tx, actor.person.sessionId, 'logged-out', clock.now());
          await audit.record(tx, { action: 'logged-out', actor });
        });
      takeTicketSession(request);
      return reply.redirect(`${ticketLogInAddress}?done=logged-out`, 303);
    },
  );

async function ownAccount(needs: ChangeTicketPasswordNeeds, request: FastifyRequest): Promise<TicketAccount> {
  const id = request.actor?.person.accountId;
  const account = id && (await findTicketAccount(needs.database, id));
  if (!account) throw new NotAllowed(loggedInToTickets.name);
  return account;
}

/** The form carries on where somebody came from, so that no mistake in it loses the way. */
function wayOn({ query, body }: FastifyRequest): { next: string | undefined; isNew: boolean } {
  const { next, new: isNew } = { ...(query as object), ...(body as object) } as {
    next?: unknown;
    new?: unknown;
  };
  return { next: safeNext(next), isNew: isNew !== undefined };
}

function showForm(
  { settings }: ChangeTicketPasswordNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { email, passwordHash }: TicketAccount,
  form: FormState,
  status = 200,
) {
  const hasPassword = passwordHash !== null;
  const props = { form, email, hasPassword, ...wayOn(request), rules: settings.password };
  const words = wordsIn(ticketPasswordWords, request.language);
  return show(reply, ticketPasswordPage(props, words, wordsIn(passwordWords, request.language)), status);
}
