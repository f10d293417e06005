import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
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
import { mainContactAnswerAddress, mainContactCodeAddress, objectionAddress } from '../addresses.ts';
import { secretOf, showNotLive, thanksPage } from '../claims/mailbox-answer.tsx';
import { decideRequests } from '../policy.ts';
import {
  answerByMailbox,
  type ConfirmRequestNeeds,
  enterLetterCode,
  readMailboxLink,
} from './confirm-request.ts';
import { answerForm, codeForm, objectionForm } from './main-contact-gone.form.ts';
import { answerPage, codePage, objectionPage } from './main-contact-gone.page.tsx';
import { mainContactGoneWords } from './main-contact-gone.words.ts';
import { type ObjectNeeds, objectToRequest, readRequestHere } from './object.ts';

export type AnswerNeeds = ConfirmRequestNeeds & ObjectNeeds;

const open = { policy: anyone, supportAccess: 'never' } as const;
const own = {
  policy: decideRequests,
  supportAccess: 'never',
  address: objectionAddress(':code', ':id'),
} as const;

/** What the practice says: from its mailbox, from its post, or from those who look after its people now. */
export const answerRoutes = (needs: AnswerNeeds): Route[] => [
  route({ ...open, method: 'GET', address: mainContactAnswerAddress }, (request, reply) =>
    showAnswer(needs, request, reply, secretOf(request.query), emptyForm),
  ),
  route(
    { ...open, method: 'POST', address: mainContactAnswerAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsOf(request);
      const form = readPosted(answerForm(words), request);
      if (!form.valid) return showAnswer(needs, request, reply, form.values.link ?? '', form);
      const { link: secret, answer } = form.values;
      const { outcome } = await answerByMailbox(needs, { secret, answer });
      return outcome === 'not-live'
        ? showNotLive(request, reply, words.answer.notLive)
        : show(reply, thanksPage(words.answer.done[answer], words.answer.doneNext));
    },
  ),
  route({ ...open, method: 'GET', address: mainContactCodeAddress }, async (request, reply) =>
    show(reply, codePage(keptForm(request), wordsOf(request))),
  ),
  route(
    { ...open, method: 'POST', address: mainContactCodeAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsOf(request);
      const form = readPosted(codeForm(words), request);
      if (!form.valid) return show(reply, codePage(form, words), 422);
      const { clientNetwork } = request;
      const { outcome } = await enterLetterCode(needs, { ...form.values, clientNetwork });
      if (outcome === 'confirmed') return show(reply, thanksPage(words.code.done, words.code.doneNext));
      const again = withError(filledForm(form.values), 'code', words.errors.wrongCode);
      return show(reply, codePage(again, words), 422);
    },
  ),
  route({ ...own, method: 'GET' }, (request, reply) =>
    showObjection(needs, request, reply, keptForm(request)),
  ),
  route({ ...own, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const words = wordsOf(request);
    const form = readPosted(objectionForm(words), request);
    if (!form.valid) return showObjection(needs, request, reply, form);
    const { outcome } = await objectToRequest(needs, request.actor, { ...askedOf(request), ...form.values });
    if (outcome === 'decided-already') return showObjection(needs, request, reply, emptyForm);
    return show(reply, thanksPage(words.object.done, words.object.doneNext));
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(mainContactGoneWords, request.language);
const askedOf = (request: FastifyRequest) => request.params as { code: string; id: string };

async function showAnswer(
  needs: AnswerNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  form: FormState,
) {
  const words = wordsOf(request);
  const asked = await readMailboxLink(needs, secret);
  if (!asked) return showNotLive(request, reply, words.answer.notLive);
  const page = answerPage({ request: asked, secret, form }, words);
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

async function showObjection(
  needs: AnswerNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const asked = await readRequestHere(needs, needs.database, request.actor, askedOf(request));
  const page = objectionPage({ request: asked, form }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
