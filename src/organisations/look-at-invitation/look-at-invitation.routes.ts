import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { unknownInvitationAddress } from '../addresses.ts';
import { manageOrganisations } from '../policy.ts';
import { roleTitle } from '../roles/roles.ts';
import { lookAtInvitationPage } from './look-at-invitation.page.tsx';
import { finishLooking, type LookAtInvitationNeeds, readUnknownInvitation } from './look-at-invitation.ts';
import { lookAtInvitationWords } from './look-at-invitation.words.ts';

const desk = {
  policy: manageOrganisations,
  supportAccess: 'never',
  realm: 'support',
  address: unknownInvitationAddress(':id'),
} as const;

/** Where staff look at an invitation that its reader did not know. */
export const lookAtInvitationRoutes = (needs: LookAtInvitationNeeds): Route[] => [
  route({ ...desk, method: 'GET' }, (request, reply) => showPage(needs, request, reply, keptForm(request))),
  route({ ...desk, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const { errors } = wordsOf(request);
    const reason = z.string().trim().min(1, errors.empty).min(3, errors.short).max(500, errors.long);
    const form = readPosted(z.object({ reason }), request);
    if (!form.valid) return showPage(needs, request, reply, form);
    const { outcome } = await finishLooking(needs, request.actor, idOf(request), form.values.reason);
    if (outcome === 'finished') return reply.redirect('/desk/tasks', 303);
    const typed = filledForm(typedValues(request.body));
    return showPage(needs, request, reply, withError(typed, '', errors.doneAlready));
  }),
];

async function showPage(
  needs: LookAtInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const invitation = await readUnknownInvitation(needs, request.actor, idOf(request));
  const { organisations, service } = needs.settings;
  const roles = invitation.roles.map((role) => roleTitle(organisations.services, role));
  const page = lookAtInvitationPage(
    { invitation, roles, form, timeZone: service.timeZone },
    wordsOf(request),
  );
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
const wordsOf = ({ language }: FastifyRequest) => wordsIn(lookAtInvitationWords, language);
