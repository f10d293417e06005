import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '../../../kernel/calendar-day.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, filledForm, readPosted, show, typedValues, withError } from '../../../ui/index.ts';
import { deskArticlesAddress } from '../../addresses.ts';
import { writeArticles } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { archivePage } from './archive.page.tsx';
import { deskArticleAddress, versionAddress } from './article-addresses.ts';
import { articlesPage } from './articles.page.tsx';
import { articlesWords } from './articles.words.ts';
import { careForm, typedReviewDay } from './care.form.ts';
import { carePage } from './care.page.tsx';
import { type CareOutcome, careForArticle } from './care-for-article.ts';
import { categoriesRoutes } from './categories.routes.ts';
import { archiveArticle, markReviewed, restoreVersion } from './change-article.ts';
import { type ChosenFilter, readArticles } from './list-articles.ts';
import { type ArticleDeskWords, oneArticlePage } from './one-article.page.tsx';
import { oneArticleWords } from './one-article.words.ts';
import { publishDraftRoutes } from './publish-draft.routes.ts';
import { type ArticleAtDesk, readArticleAtDesk, readVersion } from './read-article.ts';
import { versionPage } from './version.page.tsx';
import { writeArticleRoutes } from './write-article.routes.tsx';
import type { WriteNeeds } from './write-article.ts';

const desk = { policy: writeArticles, supportAccess: 'never', realm: 'support' } as const;
const looked = { ...desk, method: 'GET' } as const;

/** The help centre from behind: every article with its drafts, history, owner and review. */
export const deskArticlesRoutes = (needs: WriteNeeds): Route[] => [
  route({ ...looked, address: deskArticlesAddress }, async (request, reply) => {
    const chosen = chosenOf(request.query);
    const list = await readArticles(needs, request.actor, chosen);
    const words = wordsOf(request).articles;
    return show(reply, articlesPage({ list, chosen, notice: readNotice(request.query, words) }, words));
  }),
  ...categoriesRoutes(needs),
  ...writeArticleRoutes(needs),
  ...changeRoutes(needs),
  ...publishDraftRoutes(needs, wordsOf),
  route({ ...looked, address: deskArticleAddress(':id') }, async (request, reply) => {
    const found = await readArticleAtDesk(needs, request.actor, idOf(request));
    const words = wordsOf(request);
    const { timeZone } = needs.settings.service;
    const today = dayAt(needs.clock.now(), timeZone);
    const notice = readNotice(request.query, words.articles);
    return show(reply, oneArticlePage({ ...found, timeZone, today, notice }, words));
  }),
  route({ ...looked, address: versionAddress(':id', ':number') }, async (request, reply) => {
    const asked = { id: idOf(request), number: numberOf(request) };
    const found = await readVersion(needs, request.actor, asked);
    const { timeZone } = needs.settings.service;
    return show(reply, versionPage({ ...found, timeZone }, wordsOf(request)));
  }),
];

const changeRoutes = (needs: WriteNeeds): Route[] => [
  route({ ...looked, address: deskArticleAddress(':id', 'archive') }, async (request, reply) => {
    const { article } = await readArticleAtDesk(needs, request.actor, idOf(request));
    return show(reply, archivePage(article, wordsOf(request)));
  }),
  route({ ...desk, method: 'POST', address: deskArticleAddress(':id', 'archive') }, async (request, reply) =>
    done(reply, idOf(request), await archiveArticle(needs, request.actor, idOf(request))),
  ),
  route(
    {
      ...desk,
      method: 'POST',
      address: deskArticleAddress(':id', 'reviewed'),
      formAt: deskArticleAddress(':id'),
    },
    async (request, reply) =>
      done(reply, idOf(request), await markReviewed(needs, request.actor, idOf(request))),
  ),
  route(
    {
      ...desk,
      method: 'POST',
      address: versionAddress(':id', ':number', 'restore'),
      formAt: versionAddress(':id', ':number'),
    },
    async (request, reply) => {
      const [id, number] = [idOf(request), numberOf(request)];
      const note = wordsOf(request).one.version.restoredNote(number);
      return done(reply, id, await restoreVersion(needs, request.actor, { id, number, note }));
    },
  ),
  route({ ...looked, address: deskArticleAddress(':id', 'care') }, async (request, reply) => {
    const found = await readArticleAtDesk(needs, request.actor, idOf(request));
    const form = filledForm({ ...careValues(found), ...request.keptValues });
    return show(reply, carePage(found, form, wordsOf(request).one));
  }),
  route(
    { ...desk, method: 'POST', address: deskArticleAddress(':id', 'care'), staleForm: 'shown-again' },
    (request, reply) => takeCare(needs, request, reply),
  ),
];

async function takeCare(needs: WriteNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { one } = wordsOf(request);
  const id = idOf(request);
  const form = readPosted(careForm(one), request);
  const again = async (state: FormState) =>
    show(reply, carePage(await readArticleAtDesk(needs, request.actor, id), state, one), 422);
  if (!form.valid) return again(form);
  const result = await careForArticle(needs, request.actor, id, form.values);
  if (result.outcome === 'cared-for') return done(reply, id, result.outcome);
  const typed = filledForm(typedValues(request.body));
  return again(withError(typed, ...problemOf(result, one)));
}

const problemOf = (
  result: Exclude<CareOutcome, { outcome: 'cared-for' }>,
  { care: { errors } }: ArticleDeskWords['one'],
): [field: string, message: string] =>
  result.outcome === 'no-such-owner'
    ? ['owner', errors.owner]
    : ['related', errors.related(result.slugs.join(', '))];

const careValues = ({ article, related }: ArticleAtDesk): Record<string, string> => ({
  owner: article.ownerId ?? '',
  ...typedReviewDay(article.reviewOn),
  position: String(article.position),
  related: related.map(({ slug }) => slug).join('\n'),
});

const done = (reply: FastifyReply, id: string, outcome: string) =>
  reply.redirect(`${deskArticleAddress(id)}?done=${outcome}`, 303);

function chosenOf(query: unknown): ChosenFilter {
  const { state, category, owner, review, page } = query as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    state: text(state),
    category: text(category),
    owner: text(owner),
    review: review === 'due',
    page: Math.trunc(Number(page)) || 1,
  };
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

/** What is no number of a version is a version that is not there. */
function numberOf(request: FastifyRequest): number {
  const { number } = request.params as { number: string };
  return /^\d{1,9}$/.test(number) ? Number(number) : -1;
}

const wordsOf = ({ language }: FastifyRequest): ArticleDeskWords => ({
  articles: wordsIn(articlesWords, language),
  desk: wordsIn(deskWords, language),
  one: wordsIn(oneArticleWords, language),
});
