import type { FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { readPosted, show } from '../../ui/index.ts';
import { postedLink } from '../access-links/posted-link.ts';
import { takeSession } from '../sessions/session-cookies.ts';
import { linkForm } from './change-email.form.ts';
import {
  changeStoppedPage,
  confirmEmailPage,
  confirmNotLivePage,
  emailChangedPage,
  stopChangePage,
  stopNotLivePage,
} from './change-email.page.tsx';
import type { ChangeEmailNeeds } from './change-email.ts';
import { changeEmailWords } from './change-email.words.ts';
import { confirmChange, readConfirmLink } from './confirm-email.ts';
import { readStopLink, stopEmailChange } from './stop-email-change.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const confirmAddress = '/confirm-email';
const stopAddress = '/stop-email-change';

/** What the links of an email change lead to; nobody need log in, and opening one changes nothing. */
export const changeLinksRoutes = (needs: ChangeEmailNeeds): Route[] => {
  const { settings } = needs;

  const showConfirm = route({ ...open, method: 'GET', address: confirmAddress }, async (request, reply) => {
    const words = wordsIn(changeEmailWords, request.language);
    const link = postedLink(request.query);
    const read = await readConfirmLink(needs, request.actor, link);
    if (read.state === 'live')
      return show(reply, confirmEmailPage({ change: read.change, link, settings }, words));
    return show(reply, confirmNotLivePage(read.state, words), 410);
  });

  const confirm = route(
    { ...open, method: 'POST', address: confirmAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsIn(changeEmailWords, request.language);
      const link = postedLink(request.body);
      if (!readPosted(linkForm, request).valid)
        return reply.redirect(`${confirmAddress}?link=${encodeURIComponent(link)}`, 303);
      const result = await confirmChange(needs, request.actor, link);
      if (result.outcome === 'changed')
        return show(reply, emailChangedPage({ to: result.to, settings }, words));
      const state = result.outcome === 'taken' ? 'taken' : result.state;
      return show(reply, confirmNotLivePage(state, words), 410);
    },
  );

  const showStop = route({ ...open, method: 'GET', address: stopAddress }, async (request, reply) => {
    const words = wordsIn(changeEmailWords, request.language);
    const link = postedLink(request.query);
    const { change, state } = await readStopLink(needs, link);
    if (state === 'stoppable')
      return show(reply, stopChangePage({ until: change?.stoppableUntil ?? null, link, settings }, words));
    if (state === 'stopped') return show(reply, changeStoppedPage(settings, words));
    return show(reply, stopNotLivePage(state, settings, words), 410);
  });

  const stop = route(
    { ...open, method: 'POST', address: stopAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsIn(changeEmailWords, request.language);
      const link = postedLink(request.body);
      if (!readPosted(linkForm, request).valid)
        return reply.redirect(`${stopAddress}?link=${encodeURIComponent(link)}`, 303);
      const state = await stopEmailChange(needs, link);
      if (state === 'stopped') {
        await leave(needs, request, link);
        return show(reply, changeStoppedPage(settings, words));
      }
      return show(reply, stopNotLivePage(state === 'stoppable' ? 'unknown' : state, settings, words), 410);
    },
  );

  return [showConfirm, confirm, showStop, stop];
};

/** The sessions have just ended, so the page must not greet their owner. */
async function leave(needs: ChangeEmailNeeds, request: FastifyRequest, link: string): Promise<void> {
  const { change } = await readStopLink(needs, link);
  if (request.actor?.person.accountId !== change?.accountId) return;
  takeSession(request, 'portal');
  request.actor = undefined;
}
