import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  findTicketAccount,
  fullNameField,
  identify,
  loggedInToTickets,
  type NoteUse,
  readSessionToken,
} from '../../identity/index.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../ui/index.ts';
import { linkTicketsAddress, ticketAccountAddress, unlinkTicketsAddress } from '../addresses.ts';
import { findRequesterByAddress } from '../tickets/requester.store.ts';
import type { RequesterId } from '../tickets/ticket.ts';
import { listLinkedRequesters } from './link-accounts.store.ts';
import { type LinkAccountsNeeds, linkAccounts, renameThemselves, unlinkAccounts } from './link-accounts.ts';
import { portalTicketAccountPage } from './portal-ticket-account.page.tsx';
import { ticketAccountPage } from './ticket-account.page.tsx';
import { type TicketAccountWords, ticketAccountWords } from './ticket-account.words.ts';

export type TicketAccountNeeds = LinkAccountsNeeds & { noteUse: NoteUse };

const closed = { supportAccess: 'never', sessions: 'tickets' } as const;
const address = ticketAccountAddress;

/** What support keeps of whoever follows their tickets, and the account of the portal that it may be linked to. */
export const ticketAccountRoutes = (needs: TicketAccountNeeds): Route[] => [
  route({ ...closed, policy: loggedIn, method: 'GET', address }, (request, reply) =>
    showAccount(needs, request, reply, keptForm(request)),
  ),
  route(
    { ...closed, policy: loggedInToTickets, method: 'POST', address, staleForm: 'shown-again' },
    async (request, reply) => {
      const { errors } = wordsIn(ticketAccountWords, request.language);
      const form = readPosted(z.object({ fullName: fullNameField(errors) }), request);
      if (!form.valid) return showAccount(needs, request, reply, form, 422);
      await renameThemselves(needs, request.actor, form.values.fullName);
      return reply.redirect(doneAt('name'), 303);
    },
  ),
  route(
    {
      ...closed,
      policy: loggedInToTickets,
      stepUp: true,
      method: 'POST',
      address: linkTicketsAddress,
      formAt: address,
    },
    async (request, reply) => {
      const isDone = await linkAccounts(needs, request.actor, await portalActor(needs, request));
      return reply.redirect(doneAt(isDone ? 'linked' : 'nothing'), 303);
    },
  ),
  route(
    { ...closed, policy: loggedIn, method: 'POST', address: unlinkTicketsAddress, formAt: address },
    async (request, reply) => {
      const { requester } = (request.body ?? {}) as { requester?: unknown };
      const asked = typeof requester === 'string' && isId(requester) ? (requester as RequesterId) : undefined;
      const isDone = await unlinkAccounts(needs, request.actor, asked);
      return reply.redirect(doneAt(isDone ? 'unlinked' : 'nothing'), 303);
    },
  ),
];

const doneAt = (done: keyof TicketAccountWords['done']): string => `${address}?done=${done}`;

/** Whoever is logged in to the portal in the same browser. */
const portalActor = (needs: TicketAccountNeeds, request: FastifyRequest) =>
  identify(needs, readSessionToken(request, 'portal'), 'portal', { quietly: true });

async function showAccount(
  needs: TicketAccountNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  status = 200,
) {
  const { actor, language } = request;
  ask(loggedIn, actor, undefined);
  const words = wordsIn(ticketAccountWords, language);
  const { done: asked } = request.query as { done?: unknown };
  const isDone = typeof asked === 'string' && Object.hasOwn(words.done, asked);
  const done = isDone ? (asked as keyof TicketAccountWords['done']) : undefined;
  const service = needs.settings.service.name;
  if (actor.person.realm === 'portal') {
    const linked = await listLinkedRequesters(needs.database, actor.subject);
    return show(reply, portalTicketAccountPage({ form, done, service, linked }, words), status);
  }
  const account = await findTicketAccount(needs.database, actor.person.accountId);
  if (!account) throw new NotFound();
  const { fullName, email, passwordHash, canonical } = account;
  const requester = await findRequesterByAddress(needs.database, canonical);
  const props = {
    ...{ form, done, service, fullName, email },
    hasPassword: passwordHash !== null,
    isLinked: requester?.portalAccountId != null,
    portalName: (await portalActor(needs, request))?.person.name,
  };
  return show(reply, ticketAccountPage(props, words), status);
}
