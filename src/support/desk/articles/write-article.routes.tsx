import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { Details, filledForm, readPosted, show, typedValues, withError } from '../../../ui/index.ts';
import type { ArticleVersion } from '../../articles/article.ts';
import { writeArticles } from '../../policy.ts';
import { deskArticleAddress, newArticleAddress } from './article-addresses.ts';
import { Differences } from './differences.tsx';
import { oneArticleWords } from './one-article.words.ts';
import { readArticleAtDesk, readCategoryChoices, readMeanwhile } from './read-article.ts';
import { writeArticleForm } from './write-article.form.ts';
import { type WriteProps, writeArticlePage } from './write-article.page.tsx';
import { beginArticle, type WriteNeeds, type WriteOutcome, writeArticle } from './write-article.ts';
import { writeArticleWords } from './write-article.words.ts';

const desk = { policy: writeArticles, supportAccess: 'never', realm: 'support' } as const;

/** Where articles are written; preview, draft and publication are three buttons of one form. */
export const writeArticleRoutes = (needs: WriteNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: newArticleAddress }, async (request, reply) => {
    const categories = await readCategoryChoices(needs, request.actor);
    return showForm(request, reply, { categories, form: filledForm(request.keptValues ?? {}) });
  }),
  route({ ...desk, method: 'GET', address: deskArticleAddress(':id', 'edit') }, async (request, reply) => {
    const { article, categories, newest, hasDraft } = await readArticleAtDesk(
      needs,
      request.actor,
      idOf(request) ?? '',
    );
    const form = filledForm({ ...valuesOf(newest), ...request.keptValues });
    const hint = article.state === 'archived' ? 'isArchived' : hasDraft ? 'draftWaits' : undefined;
    return showForm(request, reply, { id: article.id, categories, form, hint });
  }),
  ...[newArticleAddress, deskArticleAddress(':id', 'edit')].map((address) =>
    route({ ...desk, method: 'POST', address, staleForm: 'shown-again' }, (request, reply) =>
      takeForm(needs, request, reply),
    ),
  ),
];

async function takeForm(needs: WriteNeeds, request: FastifyRequest, reply: FastifyReply) {
  const categories = await readCategoryChoices(needs, request.actor);
  const id = idOf(request);
  const about = { ...(id !== undefined && { id }), categories };
  const typed = typedValues(request.body);
  if (request.formIsFresh && typed.do === 'preview')
    return showForm(request, reply, { ...about, form: filledForm(typed), isPreview: true });
  const form = readPosted(writeArticleForm(wordsOf(request), categories), request);
  if (!form.valid) return showForm(request, reply, { ...about, form });
  const written =
    id === undefined
      ? await beginArticle(needs, request.actor, form.values)
      : await writeArticle(needs, request.actor, id, form.values);
  return answer(needs, request, reply, { ...about, written, form: filledForm(typed) });
}

async function answer(
  needs: WriteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { written, ...props }: WriteProps & { written: WriteOutcome },
) {
  const words = wordsOf(request);
  switch (written.outcome) {
    case 'draft-saved':
    case 'published':
    case 'nothing-changed':
      return reply.redirect(`${deskArticleAddress(written.id)}?done=${written.outcome}`, 303);
    case 'category-gone':
      return showForm(request, reply, {
        ...props,
        form: withError(props.form, 'category', words.errors.category),
      });
    case 'changed-meanwhile':
      return showMeanwhile(needs, request, reply, { ...props, newest: written.newest });
  }
}

/** Both texts are there; saving again puts this one on top of the colleague's. */
async function showMeanwhile(
  needs: WriteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { newest, form, ...props }: WriteProps & { newest: ArticleVersion },
) {
  const { meanwhile } = wordsOf(request);
  const { difference } = wordsIn(oneArticleWords, request.language);
  const basedOn = Number.parseInt(form.values.basedOn ?? '', 10) || 0;
  const { before, name, categories } = await readMeanwhile(needs, newest, basedOn);
  const values = { ...form.values, basedOn: String(newest.number) };
  return showForm(request, reply, {
    ...props,
    form: withError({ ...form, values }, 'body', meanwhile.error(name ?? meanwhile.someone)),
    meanwhile: (
      <Details summary={meanwhile.heading} open>
        <p>{meanwhile.text}</p>
        <Differences before={before ?? newest} after={newest} categories={categories} words={difference} />
      </Details>
    ),
  });
}

const showForm = (request: FastifyRequest, reply: FastifyReply, props: WriteProps) =>
  show(reply, writeArticlePage(props, wordsOf(request)), props.form.errors.length > 0 ? 422 : 200);

const valuesOf = (version: ArticleVersion): Record<string, string> => ({
  title: version.title,
  summary: version.summary,
  category: version.categoryId,
  question: version.isQuestion ? 'yes' : '',
  keywords: version.keywords.join(', '),
  body: version.body,
  basedOn: String(version.number),
});

const idOf = (request: FastifyRequest): string | undefined => (request.params as { id?: string }).id;

const wordsOf = ({ language }: FastifyRequest) => wordsIn(writeArticleWords, language);
