import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../../kernel/endings.ts';
import { anyone } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { type FormState, keptForm, readPosted, show, withError } from '../../../ui/index.ts';
import { type AddressedArticle, findByAddress } from '../../articles/published.store.ts';
import { feedbackAddress, helpfulAddress, readArticleAddress } from './feedback.addresses.ts';
import { feedbackForm, helpfulForm } from './feedback.form.ts';
import { type FeedbackEnd, feedbackEndPage, feedbackPage, questionPage } from './feedback.page.tsx';
import { feedbackWords } from './feedback.words.ts';
import { issueChallenge } from './proof-of-work.ts';
import { type FeedbackNeeds, sayHelpful, sendFeedback } from './send-feedback.ts';

export interface FeedbackRouteNeeds extends FeedbackNeeds {
  settings: Settings;
}

const pattern = { category: ':category', slug: ':article' };
const open = { policy: anyone, supportAccess: 'never', staleForm: 'shown-again' } as const;

/** Whether an article helped, and why not; anybody may say so, with JavaScript and without. */
export const feedbackRoutes = (needs: FeedbackRouteNeeds): Route[] => [
  postHelpful(needs),
  getFeedback(needs),
  postFeedback(needs),
];

const postHelpful = (needs: FeedbackRouteNeeds) =>
  route(
    { ...open, method: 'POST', address: helpfulAddress(pattern), formAt: readArticleAddress(pattern) },
    async (request, reply) => {
      const article = await articleOf(needs, request);
      const words = wordsIn(feedbackWords, request.language);
      const form = readPosted(helpfulForm(words), request);
      if (!form.valid) return show(reply, questionPage(article, form, words), 422);
      if (form.values.helpful === 'no') return reply.redirect(feedbackAddress(article), 303);
      await sayHelpful(needs, article, request.clientNetwork);
      return reply.redirect(endAddress(article, 'thanks'), 303);
    },
  );

const getFeedback = (needs: FeedbackRouteNeeds) =>
  route({ ...open, method: 'GET', address: feedbackAddress(pattern) }, async (request, reply) => {
    const article = await articleOf(needs, request);
    const { done } = request.query as { done?: unknown };
    const end = ends.find((each) => each === done);
    if (end) return show(reply, feedbackEndPage(article, end, wordsIn(feedbackWords, request.language)));
    return showForm(needs, request, reply, article, keptForm(request), 200);
  });

const postFeedback = (needs: FeedbackRouteNeeds) =>
  route({ ...open, method: 'POST', address: feedbackAddress(pattern) }, async (request, reply) => {
    const article = await articleOf(needs, request);
    const words = wordsIn(feedbackWords, request.language);
    const { feedbackReasons } = needs.settings.helpCentre;
    const keys = feedbackReasons.map(({ key }) => key);
    const form = readPosted(feedbackForm(words, keys), request);
    if (!form.valid) return showForm(needs, request, reply, article, form, 422);
    const said = { ...form.values, clientNetwork: request.clientNetwork };
    const result = await sendFeedback(needs, article, said);
    const typed = { values: { reasons: said.reasons.join('\n'), words: said.words }, errors: [] };
    switch (result.outcome) {
      case 'sent':
      case 'held':
        return reply.redirect(endAddress(article, result.outcome), 303);
      case 'bad-proof': {
        const shown = withError(typed, '', words.errors.proof);
        return showForm(needs, request, reply, article, shown, 422);
      }
      case 'too-many': {
        const message = words.errors.tooMany(result.until, needs.settings.service.timeZone);
        return showForm(needs, request, reply, article, withError(typed, '', message), 429);
      }
    }
  });

const ends: readonly FeedbackEnd[] = ['thanks', 'sent', 'held'];

const endAddress = (article: AddressedArticle, end: FeedbackEnd): string =>
  `${feedbackAddress(article)}?done=${end}`;

/** What is not public has no feedback, whatever its address. */
async function articleOf(needs: FeedbackNeeds, request: FastifyRequest): Promise<AddressedArticle> {
  const { article: slug } = request.params as { article: string };
  const article = await findByAddress(needs.database, slug);
  if (article?.state !== 'published') throw new NotFound();
  return article;
}

async function showForm(
  needs: FeedbackRouteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  article: AddressedArticle,
  form: FormState,
  status: number,
) {
  const challenge = await issueChallenge(needs);
  const props = { article, form, challenge, reasons: needs.settings.helpCentre.feedbackReasons };
  return show(reply, feedbackPage(props, wordsIn(feedbackWords, request.language)), status);
}
