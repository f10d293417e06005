import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '../../kernel/calendar-day.ts';
import { wordsIn } from '../../kernel/words.ts';
import { emptyForm, type FormState, readPosted, show } from '../../ui/index.ts';
import { type AcceptInvitationNeeds, acceptInvitation } from './accept-invitation.ts';
import { acceptInvitationWords } from './accept-invitation.words.ts';
import { acceptedPage, alreadyMemberPage } from './accepted.page.tsx';
import { invitationPage } from './invitation.page.tsx';
import type { InvitationKey } from './invitation.ts';
import { pageOf } from './invitation-addresses.ts';
import { pressedForm, refuseForm } from './invitation-forms.ts';
import { notLivePage } from './not-live.page.tsx';
import { readInvitation } from './read-invitation.ts';
import { refusedPage, refusePage } from './refuse.page.tsx';
import { type RefuseInvitationNeeds, refuseInvitation } from './refuse-invitation.ts';

export type AnswerInvitationNeeds = AcceptInvitationNeeds & RefuseInvitationNeeds;

/** How an invitation is shown and answered, whichever way its reader came to it. */
export async function showInvitation(
  needs: AnswerInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  key: InvitationKey,
) {
  const read = await readInvitation(needs, request.actor, key);
  if (read.state !== 'live') return show(reply, notLivePage({ ...read, by: key }, wordsOf(request)), 410);
  return show(reply, invitationPage({ ...read, by: key, settings: needs.settings }, wordsOf(request)));
}

export async function accept(
  needs: AnswerInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  key: InvitationKey,
) {
  const backToPage = () => reply.redirect(pageOf(key), 303);
  if (!readPosted(pressedForm, request).valid) return backToPage();
  const result = await acceptInvitation(needs, request.actor, key, request.language);
  switch (result.outcome) {
    case 'accepted': {
      const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
      return show(reply, acceptedPage(result.invitation, today, wordsOf(request)));
    }
    case 'set-up':
      return reply.redirect(result.link.slice(needs.origin.length), 303);
    case 'already-member':
      return show(reply, alreadyMemberPage(result.invitation, wordsOf(request)), 409);
    case 'look-again':
      return backToPage();
  }
}

export async function showRefusal(
  needs: AnswerInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  key: InvitationKey,
  form: FormState = emptyForm,
) {
  const read = await readInvitation(needs, request.actor, key);
  if (read.state !== 'live') return show(reply, notLivePage({ ...read, by: key }, wordsOf(request)), 410);
  const { organisation } = read.invitation;
  const page = refusePage({ form, organisation, by: key }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

export async function refuse(
  needs: AnswerInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  key: InvitationKey,
) {
  const form = readPosted(refuseForm(wordsOf(request)), request);
  if (!form.valid) return showRefusal(needs, request, reply, key, form);
  const { refusal } = form.values;
  const result = await refuseInvitation(needs, request.actor, key, refusal);
  if (result.outcome === 'look-again') return reply.redirect(pageOf(key), 303);
  return show(reply, refusedPage({ refusal, organisation: result.organisation }, wordsOf(request)));
}

export const wordsOf = ({ language }: FastifyRequest) => wordsIn(acceptInvitationWords, language);
