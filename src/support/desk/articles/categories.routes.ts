import type { FastifyRequest } from 'fastify';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { filledForm, keptForm, readPosted, show } from '../../../ui/index.ts';
import { writeArticles } from '../../policy.ts';
import { readNotice } from '../outcome-notice.tsx';
import { deskCategoriesAddress, deskCategoryAddress, newCategoryAddress } from './article-addresses.ts';
import { articlesWords } from './articles.words.ts';
import { categoryForm } from './categories.form.ts';
import { categoriesPage, categoryPage } from './categories.page.tsx';
import {
  changeCategory,
  createCategory,
  readCategories,
  readCategoryToChange,
  removeCategory,
} from './categories.ts';
import { categoriesWords } from './categories.words.ts';
import type { WriteNeeds } from './write-article.ts';

const desk = { policy: writeArticles, supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', staleForm: 'shown-again' } as const;

/** The subjects that articles are sorted into. */
export const categoriesRoutes = (needs: WriteNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskCategoriesAddress }, async (request, reply) => {
    const categories = await readCategories(needs, request.actor);
    const notice = readNotice(request.query, wordsIn(articlesWords, request.language));
    return show(reply, categoriesPage({ categories, notice }, wordsOf(request)));
  }),
  route({ ...desk, method: 'GET', address: newCategoryAddress }, async (request, reply) =>
    show(reply, categoryPage({ form: keptForm(request) }, wordsOf(request))),
  ),
  route({ ...posted, address: newCategoryAddress }, async (request, reply) => {
    const form = readPosted(categoryForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, categoryPage({ form }, wordsOf(request)), 422);
    return reply.redirect(doneAddress(await createCategory(needs, request.actor, form.values)), 303);
  }),
  route({ ...desk, method: 'GET', address: deskCategoryAddress(':id') }, async (request, reply) => {
    const category = await readCategoryToChange(needs, request.actor, idOf(request));
    const { title, description, position } = category;
    const form = filledForm({ title, description, position: String(position), ...request.keptValues });
    return show(reply, categoryPage({ category, form }, wordsOf(request)));
  }),
  route({ ...posted, address: deskCategoryAddress(':id') }, async (request, reply) => {
    const form = readPosted(categoryForm(wordsOf(request)), request);
    if (form.valid)
      return reply.redirect(
        doneAddress(await changeCategory(needs, request.actor, idOf(request), form.values)),
        303,
      );
    const category = await readCategoryToChange(needs, request.actor, idOf(request));
    return show(reply, categoryPage({ category, form }, wordsOf(request)), 422);
  }),
  route(
    {
      ...desk,
      method: 'POST',
      address: deskCategoryAddress(':id', 'remove'),
      formAt: deskCategoryAddress(':id'),
    },
    async (request, reply) =>
      reply.redirect(doneAddress(await removeCategory(needs, request.actor, idOf(request))), 303),
  ),
];

const doneAddress = (outcome: string): string => `${deskCategoriesAddress}?done=${outcome}`;

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

const wordsOf = ({ language }: FastifyRequest) => wordsIn(categoriesWords, language);
