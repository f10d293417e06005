import type { FastifyRequest } from 'fastify';
import { type Route, route } from '../../../platform/http/index.ts';
import { show, typedValues } from '../../../ui/index.ts';
import { writeArticles } from '../../policy.ts';
import { readNotice } from '../outcome-notice.tsx';
import { deskArticleAddress } from './article-addresses.ts';
import type { ArticleDeskWords } from './one-article.page.tsx';
import { publishDraftPage } from './publish-draft.page.tsx';
import { publishDraft, readDraft } from './publish-draft.ts';
import type { WriteNeeds } from './write-article.ts';

const desk = {
  policy: writeArticles,
  supportAccess: 'never',
  realm: 'support',
  address: deskArticleAddress(':id', 'publish'),
} as const;

/** A draft is published where it is shown, with what it changes. */
export const publishDraftRoutes = (
  needs: WriteNeeds,
  wordsOf: (request: FastifyRequest) => ArticleDeskWords,
): Route[] => [
  route({ ...desk, method: 'GET' }, async (request, reply) => {
    const id = idOf(request);
    const found = await readDraft(needs, request.actor, id);
    if (found.isPublic) return reply.redirect(`${deskArticleAddress(id)}?done=published-already`, 303);
    const words = wordsOf(request);
    const { timeZone } = needs.settings.service;
    const notice = readNotice(request.query, words.articles);
    return show(reply, publishDraftPage({ ...found, timeZone, notice }, words));
  }),
  route({ ...desk, method: 'POST' }, async (request, reply) => {
    const id = idOf(request);
    const number = Number(typedValues(request.body).number);
    const outcome = await publishDraft(needs, request.actor, { id, number });
    const next = outcome === 'changed-meanwhile' ? deskArticleAddress(id, 'publish') : deskArticleAddress(id);
    return reply.redirect(`${next}?done=${outcome}`, 303);
  }),
];

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
