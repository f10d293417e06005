import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  withError,
} from '../../ui/index.ts';
import { reviewAddress } from '../addresses.ts';
import { reviewAccess } from '../policy.ts';
import { finishReviewPage } from './finish-review.page.tsx';
import { pastReviewPage } from './past-review.page.tsx';
import { type ReviewPageData, readPastReview, readReview, unanswered } from './read-review.ts';
import { answersIn, fieldOfPerson, reviewForm } from './review-access.form.ts';
import { reviewPage } from './review-access.page.tsx';
import {
  type FinishReviewOutcome,
  finishReview,
  type ReviewAccessNeeds,
  saveAnswers,
} from './review-access.ts';
import { reviewAccessWords } from './review-access.words.ts';

const own = { policy: reviewAccess, supportAccess: 'never' } as const;
const review = reviewAddress(':code');
const finishing = { ...own, address: reviewAddress(':code', 'finish'), stepUp: true } as const;

export const reviewAccessRoutes = (needs: ReviewAccessNeeds): Route[] => [
  route({ ...own, method: 'GET', address: review }, (request, reply) =>
    showReview(needs, request, reply, keptForm(request)),
  ),
  saveRoute(needs),
  route({ ...finishing, method: 'GET' }, async (request, reply) => {
    const data = await readReview(needs, request.actor, codeOf(request));
    return isReady(data) ? showFinish(request, reply, data, emptyForm) : backToReview(reply, data);
  }),
  finishRoute(needs),
  route({ ...own, method: 'GET', address: reviewAddress(':code', ':id') }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const past = await readPastReview(needs, request.actor, codeOf(request), id);
    const { timeZone } = needs.settings.service;
    const isDone = (request.query as { done?: unknown }).done === 'finished';
    return show(reply, pastReviewPage({ ...past, timeZone, isDone }, wordsOf(request)));
  }),
];

const saveRoute = (needs: ReviewAccessNeeds) =>
  route({ ...own, method: 'POST', address: review, staleForm: 'shown-again' }, async (request, reply) => {
    const data = await readReview(needs, request.actor, codeOf(request));
    if (!data.open) return backToReview(reply, data);
    const form = readPosted(reviewForm(data.open), request);
    if (!form.valid) return showReview(needs, request, reply, form);
    const answers = answersIn(data.open, form.values);
    const keepOthers = form.values.do === 'keep-others';
    const saved = await saveAnswers(needs, request.actor, codeOf(request), { answers, keepOthers });
    if (saved.outcome === 'not-open' || form.values.do === 'save')
      return reply.redirect(`${addressOf(data)}?done=saved`, 303);
    if (saved.left > 0) return showUnanswered(needs, request, reply, form.values);
    return reply.redirect(reviewAddress(data.here.practice.code, 'finish'), 303);
  });

const finishRoute = (needs: ReviewAccessNeeds) =>
  route({ ...finishing, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const data = await readReview(needs, request.actor, codeOf(request));
    if (!request.formIsFresh) {
      const stale = readPosted(reviewForm({ first: [], others: [], notAsked: [] }), request);
      return showFinish(request, reply, data, stale.valid ? emptyForm : stale);
    }
    const finished = await finishReview(needs, request.actor, codeOf(request));
    if (finished.outcome === 'not-open') return backToReview(reply, data);
    if (finished.outcome !== 'finished')
      return showReview(needs, request, reply, withError(emptyForm, '', problemOf(request, finished)));
    return reply.redirect(`${reviewAddress(data.here.practice.code, finished.id)}?done=finished`, 303);
  });

function problemOf(
  request: FastifyRequest,
  finished: Exclude<FinishReviewOutcome, { outcome: 'finished' | 'not-open' }>,
): string {
  const { errors } = wordsOf(request);
  switch (finished.outcome) {
    case 'not-answered':
      return errors.notAnswered(finished.left);
    case 'not-yours':
      return errors.notYours(finished.names.join(', '));
    case 'changed':
      return errors.changed;
  }
}

const wordsOf = (request: FastifyRequest) => wordsIn(reviewAccessWords, request.language);
const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;
const addressOf = ({ here }: ReviewPageData): string => reviewAddress(here.practice.code);

const isReady = ({ open }: ReviewPageData): boolean => open !== undefined && unanswered(open).length === 0;

const backToReview = (reply: FastifyReply, data: ReviewPageData) => reply.redirect(addressOf(data), 303);

async function showReview(
  needs: ReviewAccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const data = await readReview(needs, request.actor, codeOf(request));
  const isSaved = (request.query as { done?: unknown }).done === 'saved' && data.open;
  const props = {
    ...data,
    form,
    now: needs.clock.now(),
    timeZone: needs.settings.service.timeZone,
    savedWithLeft: isSaved ? unanswered(data.open ?? nobody).length : undefined,
  };
  return show(reply, reviewPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

const nobody = { first: [], others: [], notAsked: [] };

const namedAtMost = 5;

/** What was answered is saved; who is left is named, with links to the questions, or counted where they are many. */
async function showUnanswered(
  needs: ReviewAccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  values: Record<string, string>,
) {
  const { open } = await readReview(needs, request.actor, codeOf(request));
  const { errors } = wordsOf(request);
  const left = unanswered(open ?? nobody);
  const isLong = left.length > namedAtMost;
  const form = left.slice(0, isLong ? 1 : namedAtMost).reduce((all, { member }) => {
    const problem = isLong ? errors.notAnswered(left.length) : errors.answerThis(member.fullName);
    return withError(all, fieldOfPerson(member.id), problem);
  }, filledForm(values));
  return showReview(needs, request, reply, form);
}

function showFinish(request: FastifyRequest, reply: FastifyReply, data: ReviewPageData, form: FormState) {
  const page = finishReviewPage({ here: data.here, people: data.open ?? nobody, form }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
