import type { FastifyRequest } from 'fastify';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { deskFeedbackAddress, heldFeedbackAddress } from '../../addresses.ts';
import { writeArticles } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import {
  type DecideFeedbackNeeds,
  type Decision,
  decideFeedback,
  handleFeedback,
} from './decide-feedback.ts';
import { decideAddress, feedbackRatesAddress, handledAddress } from './desk-feedback.addresses.ts';
import { deskFeedbackWords } from './desk-feedback.words.ts';
import { feedbackRatesPage } from './feedback-rates.page.tsx';
import { feedbackWorkPage } from './feedback-work.page.tsx';
import { heldFeedbackPage } from './held-feedback.page.tsx';
import { type ReadFeedbackNeeds, readHeld, readRates, readWork } from './read-feedback.ts';

export type DeskFeedbackNeeds = ReadFeedbackNeeds & DecideFeedbackNeeds;

const desk = { policy: writeArticles, supportAccess: 'never', realm: 'support' } as const;

/** What readers say of articles: the work it makes, what waits for a decision, and how it changes. */
export const deskFeedbackRoutes = (needs: DeskFeedbackNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskFeedbackAddress }, async (request, reply) => {
    const words = wordsOf(request);
    const isMine = queryOf(request).whose === 'mine';
    const work = await readWork(needs, request.actor, { isMine });
    const around = { notice: readNotice(request.query, words), shownAt: needs.clock.now() };
    return show(reply, feedbackWorkPage({ ...work, ...around, reasonName: reasonName(needs) }, words));
  }),
  route(
    { ...desk, method: 'POST', address: handledAddress(':id'), formAt: deskFeedbackAddress },
    async (request, reply) => {
      const { shownAt } = request.body as { shownAt?: unknown };
      const outcome = await handleFeedback(needs, request.actor, {
        articleId: idOf(request),
        shownAt: momentOf(shownAt) ?? needs.clock.now(),
      });
      return reply.redirect(`${deskFeedbackAddress}?done=${outcome}`, 303);
    },
  ),
  route({ ...desk, method: 'GET', address: heldFeedbackAddress }, async (request, reply) => {
    const feedback = wordsOf(request);
    const held = await readHeld(needs, request.actor);
    const { timeZone } = needs.settings.service;
    const around = { notice: readNotice(request.query, feedback), timeZone, reasonName: reasonName(needs) };
    const words = { feedback, desk: wordsIn(deskWords, request.language) };
    return show(reply, heldFeedbackPage({ ...held, ...around }, words));
  }),
  route(
    { ...desk, method: 'POST', address: decideAddress(':id'), formAt: heldFeedbackAddress },
    async (request, reply) => {
      const { decision: posted } = request.body as { decision?: unknown };
      const decision = decisions.find((each) => each === posted);
      if (!decision) return reply.redirect(heldFeedbackAddress, 303);
      const outcome = await decideFeedback(needs, request.actor, { id: idOf(request), decision });
      return reply.redirect(`${heldFeedbackAddress}?done=${outcome}`, 303);
    },
  ),
  route({ ...desk, method: 'GET', address: feedbackRatesAddress }, async (request, reply) => {
    const { article } = queryOf(request);
    const asked = typeof article === 'string' ? article : undefined;
    const rates = await readRates(needs, request.actor, { asked });
    return show(reply, feedbackRatesPage(rates, wordsOf(request)));
  }),
];

const decisions: readonly Decision[] = ['accepted', 'refused'];

/** As the settings name it now; one that they forgot is shown by its key. */
const reasonName =
  ({ settings }: DeskFeedbackNeeds) =>
  (key: string): string =>
    settings.helpCentre.feedbackReasons.find((reason) => reason.key === key)?.name ?? key;

const wordsOf = ({ language }: FastifyRequest) => wordsIn(deskFeedbackWords, language);
const idOf = ({ params }: FastifyRequest): string => (params as { id: string }).id;
const queryOf = ({ query }: FastifyRequest) => query as { whose?: unknown; article?: unknown };

function momentOf(text: unknown): Date | undefined {
  const read = new Date(typeof text === 'string' ? text : '');
  return Number.isNaN(read.getTime()) ? undefined : read;
}
