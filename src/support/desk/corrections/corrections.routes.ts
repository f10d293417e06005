import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerCorrectionNeeds, answerCorrection, readCorrection } from '../../../identity/index.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../../ui/index.ts';
import { deskStaff } from '../../policy.ts';
import { correctionAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { answerForm } from './corrections.form.ts';
import { correctionPage } from './corrections.page.tsx';
import { correctionsWords } from './corrections.words.ts';

const desk = {
  policy: deskStaff,
  supportAccess: 'never',
  realm: 'support',
  address: correctionAddress(':id'),
} as const;

/** What people asked to have corrected about them, and the answer they get. */
export const correctionsRoutes = (needs: AnswerCorrectionNeeds): Route[] => [
  route({ ...desk, method: 'GET' }, (request, reply) =>
    showCorrection(needs, request, reply, keptForm(request)),
  ),
  route({ ...desk, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const form = readPosted(answerForm(wordsIn(correctionsWords, request.language)), request);
    if (!form.valid) return showCorrection(needs, request, reply, form);
    const id = idOf(request);
    const { outcome } = await answerCorrection(needs, request.actor, { id, ...form.values });
    return reply.redirect(`${correctionAddress(id)}?done=${outcome}`, 303);
  }),
];

async function showCorrection(
  needs: AnswerCorrectionNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const words = wordsIn(correctionsWords, request.language);
  const correction = await readCorrection(needs, request.actor, idOf(request));
  const notice = readNotice(request.query, words);
  const { timeZone } = needs.settings.service;
  const props = { correction, form, notice, timeZone };
  const page = correctionPage(props, words, wordsIn(deskWords, request.language));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
