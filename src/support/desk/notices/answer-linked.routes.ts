import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../../kernel/ids.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show, typedValues } from '../../../ui/index.ts';
import { overseeTickets } from '../../policy.ts';
import { answerLinkedPage, checkAnswerPage } from './answer-linked.page.tsx';
import { type AnswerLinkedNeeds, answerLinked } from './answer-linked.ts';
import { countLinked, type NoticeAnswerId } from './notice-answer.store.ts';
import { noticeAddress } from './notices.addresses.ts';
import { answerAllForm } from './notices.form.ts';
import { noticesWords } from './notices.words.ts';
import { readOneNotice } from './read-notices.ts';

const desk = {
  policy: overseeTickets,
  supportAccess: 'never',
  realm: 'support',
  address: noticeAddress(':id', 'answer'),
} as const;

/** One answer to everybody who asked about the same trouble; looked at once more before it is sent. */
export const answerLinkedRoutes = (needs: AnswerLinkedNeeds): Route[] => [
  route({ ...desk, method: 'GET' }, async (request, reply) =>
    showForm(needs, request, reply, keptForm(request)),
  ),
  route({ ...desk, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const words = wordsIn(noticesWords, request.language);
    const read = readPosted(answerAllForm(words), request);
    const typed = typedValues(request.body);
    if (!read.valid) return showForm(needs, request, reply, read);
    if (typed.step === 'edit') return showForm(needs, request, reply, filledForm(typed));
    const notice = await readOneNotice(needs, request.actor, idOf(request));
    const { body, after } = read.values;
    const answerId = answerIdOf(needs, typed);
    if (typed.step !== 'confirmed') {
      const { open } = await countLinked(needs.database, notice.id);
      return show(reply, checkAnswerPage({ notice, open, answerId, typed, body, after }, words));
    }
    const ticked = { solves: after.includes('solves'), ends: after.includes('ends') };
    const asked = { id: answerId, noticeId: notice.id, body, ...ticked };
    const outcome = await answerLinked(needs, request.actor, asked);
    return reply.redirect(`${noticeAddress(notice.id)}?done=${outcome}`, 303);
  }),
];

async function showForm(
  needs: AnswerLinkedNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const notice = await readOneNotice(needs, request.actor, idOf(request));
  const { open } = await countLinked(needs.database, notice.id);
  const props = { notice, open, form, answerId: answerIdOf(needs, form.values) };
  const page = answerLinkedPage(props, wordsIn(noticesWords, request.language));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const answerIdOf = ({ ids }: AnswerLinkedNeeds, { answerId = '' }: Record<string, string>) =>
  isId(answerId) ? (answerId as NoticeAnswerId) : ids.next<'notice-answer'>();

const idOf = ({ params }: FastifyRequest): string => (params as { id: string }).id;
