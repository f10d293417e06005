import type { FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { loggedInTo } from '../../kernel/policy.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { myInvitationsAddress } from '../addresses.ts';
import {
  type AnswerInvitationNeeds,
  accept,
  refuse,
  showInvitation,
  showRefusal,
  wordsOf,
} from './answer-invitation.ts';
import { myInvitationAddress } from './invitation-addresses.ts';
import { myInvitationsPage } from './my-invitations.page.tsx';
import { readMyInvitations } from './read-invitation.ts';

const mine = { policy: loggedInTo.portal, supportAccess: 'never' } as const;
const posted = { ...mine, method: 'POST', staleForm: 'shown-again' } as const;

/** Invitations to the address that somebody logs in with: no email is needed to answer them. */
export const myInvitationsRoutes = (needs: AnswerInvitationNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: myInvitationsAddress }, async (request, reply) => {
    const invitations = await readMyInvitations(needs, request.actor);
    const { timeZone } = needs.settings.service;
    return show(reply, myInvitationsPage({ invitations, timeZone }, wordsOf(request)));
  }),
  route({ ...mine, method: 'GET', address: myInvitationAddress(':id') }, (request, reply) =>
    showInvitation(needs, request, reply, keyOf(request)),
  ),
  route({ ...posted, address: myInvitationAddress(':id') }, (request, reply) =>
    accept(needs, request, reply, keyOf(request)),
  ),
  route({ ...mine, method: 'GET', address: myInvitationAddress(':id', 'refuse') }, (request, reply) =>
    showRefusal(needs, request, reply, keyOf(request)),
  ),
  route({ ...posted, address: myInvitationAddress(':id', 'refuse') }, (request, reply) =>
    refuse(needs, request, reply, keyOf(request)),
  ),
];

function keyOf(request: FastifyRequest): { id: string } {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw new NotFound('invitation');
  return { id };
}
