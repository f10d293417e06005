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
import { handoverAddress } from '../addresses.ts';
import { actForOrganisation, handOver } from '../policy.ts';
import { type AnswerHandoverNeeds, answerHandover } from './answer-handover.ts';
import { answerForm, offerForm } from './hand-over.form.ts';
import { answeredPage, handoverPage } from './hand-over.page.tsx';
import { handOverWords } from './hand-over.words.ts';
import { offerHandover, withdrawHandover } from './offer-handover.ts';
import { type HandoverStep, readHandover } from './read-handover.ts';

const page = handoverAddress(':code');
const shared = { supportAccess: 'never', stepUp: true } as const;
const posted = { ...shared, method: 'POST', staleForm: 'shown-again', formAt: page } as const;

export const handOverRoutes = (needs: AnswerHandoverNeeds): Route[] => [
  route({ ...shared, method: 'GET', address: page, policy: actForOrganisation }, (request, reply) =>
    showHandover(needs, request, reply, startingForm(request)),
  ),
  route({ ...posted, address: page, policy: handOver }, async (request, reply) => {
    const words = wordsOf(request);
    const form = readPosted(offerForm(words), request);
    if (!form.valid) return showHandover(needs, request, reply, form);
    const { outcome } = await offerHandover(needs, request.actor, { code: codeOf(request), ...form.values });
    const kept = filledForm(form.values);
    switch (outcome) {
      case 'offered':
        return done(request, reply, 'offered');
      case 'already-offered':
        return showHandover(needs, request, reply, withError(emptyForm, '', words.errors.alreadyOffered));
      case 'cannot-take':
        return showHandover(needs, request, reply, withError(kept, 'to', words.errors.cannotTake));
    }
  }),
  route(
    { ...posted, address: handoverAddress(':code', 'withdraw'), policy: handOver },
    async (request, reply) => {
      const { outcome } = await withdrawHandover(needs, request.actor, codeOf(request));
      return outcome === 'withdrawn' ? done(request, reply, 'withdrawn') : showGone(needs, request, reply);
    },
  ),
  route(
    { ...posted, address: handoverAddress(':code', 'answer'), policy: actForOrganisation },
    async (request, reply) => {
      const form = readPosted(answerForm(wordsOf(request)), request);
      if (!form.valid) return showHandover(needs, request, reply, form);
      const accepts = form.values.answer === 'yes';
      const { outcome } = await answerHandover(needs, request.actor, { code: codeOf(request), accepts });
      return outcome === 'no-offer' ? showGone(needs, request, reply) : done(request, reply, outcome);
    },
  ),
];

/** Whoever comes from a colleague's page has chosen them there. */
function startingForm(request: FastifyRequest): FormState {
  const kept = keptForm(request);
  const { to } = request.query as { to?: unknown };
  return typeof to === 'string' && Object.keys(kept.values).length === 0 ? filledForm({ to }) : kept;
}

const wordsOf = (request: FastifyRequest) => wordsIn(handOverWords, request.language);
const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

const done = (request: FastifyRequest, reply: FastifyReply, what: string) =>
  reply.redirect(`${handoverAddress(codeOf(request))}?done=${what}`, 303);

const showGone = (needs: AnswerHandoverNeeds, request: FastifyRequest, reply: FastifyReply) =>
  showHandover(needs, request, reply, withError(emptyForm, '', wordsOf(request).errors.noOffer));

async function showHandover(
  needs: AnswerHandoverNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const words = wordsOf(request);
  const now = await readHandover(needs, request.actor, codeOf(request));
  const what = form.errors.length > 0 ? undefined : whatIsDone(request, now);
  if (what === 'accepted' || what === 'declined') return show(reply, answeredPage(now.here, what, words));
  const { timeZone } = needs.settings.service;
  const props = { ...now, form, timeZone, done: what && words.done[what] };
  return show(reply, handoverPage(props, words), form.errors.length > 0 ? 422 : 200);
}

/** Only said where it is so: the address alone tells nobody that they are main contact. */
function whatIsDone({ query }: FastifyRequest, { step }: HandoverStep): Done | undefined {
  const { done: asked } = query as { done?: unknown };
  return doneAt[step].find((one) => one === asked);
}

type Done = 'offered' | 'withdrawn' | 'accepted' | 'declined';

const doneAt: Record<HandoverStep['step'], readonly Done[]> = {
  offer: ['withdrawn', 'accepted'],
  waiting: ['offered'],
  answer: [],
  none: ['declined'],
};
