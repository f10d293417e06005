import type { FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, filledForm, readPosted, show, withError } from '../../ui/index.ts';
import { invitationAddress } from '../addresses.ts';
import {
  type AnswerInvitationNeeds,
  accept,
  refuse,
  showInvitation,
  showRefusal,
  wordsOf,
} from './answer-invitation.ts';
import { type AskAgainNeeds, askAgain } from './ask-again.ts';
import { exchangeInvitationCode } from './exchange-code.ts';
import { askAgainAddress, invitationCodeAddress, pageOf, refusalAddress } from './invitation-addresses.ts';
import { invitationCodePage } from './invitation-code.page.tsx';
import { codeForm, pressedForm } from './invitation-forms.ts';
import { askedAgainPage } from './not-live.page.tsx';

export type LinkedInvitationNeeds = AnswerInvitationNeeds & AskAgainNeeds;

const open = { policy: anyone, supportAccess: 'never' } as const;
const posted = { ...open, method: 'POST', staleForm: 'shown-again' } as const;

/** What the email of an invitation leads to. Mail scanners open links too, so only buttons on the page do anything. */
export const acceptInvitationRoutes = (needs: LinkedInvitationNeeds): Route[] => [
  route({ ...open, method: 'GET', address: invitationAddress }, async (request, reply) => {
    const { link } = request.query as { link?: unknown };
    if (typeof link !== 'string') return show(reply, invitationCodePage(emptyForm, wordsOf(request)));
    return showInvitation(needs, request, reply, { link });
  }),
  route({ ...posted, address: invitationAddress }, (request, reply) =>
    accept(needs, request, reply, { link: linkIn(request.body) }),
  ),
  route({ ...open, method: 'GET', address: refusalAddress }, (request, reply) =>
    showRefusal(needs, request, reply, { link: linkIn(request.query) }),
  ),
  route({ ...posted, address: refusalAddress }, (request, reply) =>
    refuse(needs, request, reply, { link: linkIn(request.body) }),
  ),
  codeRoute(needs),
  route({ ...posted, address: askAgainAddress, formAt: invitationAddress }, async (request, reply) => {
    const link = linkIn(request.body);
    if (!readPosted(pressedForm, request).valid) return reply.redirect(pageOf({ link }), 303);
    await askAgain(needs, { link, clientNetwork: request.clientNetwork });
    return show(reply, askedAgainPage(wordsOf(request)));
  }),
];

const codeRoute = (needs: LinkedInvitationNeeds) =>
  route({ ...posted, address: invitationCodeAddress, formAt: invitationAddress }, async (request, reply) => {
    const form = readPosted(codeForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, invitationCodePage(form, wordsOf(request)), 422);
    const { email, code } = form.values;
    const { clientNetwork } = request;
    const result = await exchangeInvitationCode(needs, { email: email.canonical, code, clientNetwork });
    if (result.outcome === 'exchanged') return reply.redirect(pageOf({ link: result.link }), 303);
    const again = withError(filledForm({ email: email.typed }), 'code', wordsOf(request).code.refused);
    return show(reply, invitationCodePage(again, wordsOf(request)), 422);
  });

/** The secret of the link a page was opened with, as its form sends it on. */
function linkIn(fields: FastifyRequest['body'] | FastifyRequest['query']): string {
  const { link } = (fields ?? {}) as { link?: unknown };
  return typeof link === 'string' ? link.slice(0, 200) : '';
}
