import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Clock } from '../../../kernel/clock.ts';
import { anyone } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { show } from '../../../ui/index.ts';
import { articleAddress, categoryAddress, helpAddress } from '../../addresses.ts';
import { countHelp } from '../../count-help.ts';
import { shownNotices } from '../../notices/shown-notices.tsx';
import { archivedPage, articlePage } from './article.page.tsx';
import { categoryPage } from './category.page.tsx';
import { helpPage } from './help.page.tsx';
import { readArticle, readCategory, readHelp } from './read-help.ts';
import { readHelpWords } from './read-help.words.ts';

export interface ReadHelpNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service' | 'support'>;
  /** What stands below an article: whether it helped. */
  articleFeedback: (article: { category: string; slug: string }) => ReactNode;
}

const help = { method: 'GET', policy: anyone, supportAccess: 'read' } as const;

/** The help centre, for everybody. */
export const readHelpRoutes = (needs: ReadHelpNeeds): Route[] => [
  route({ ...help, address: helpAddress }, async (request, reply) =>
    show(
      reply,
      helpPage(
        {
          ...(await readHelp(needs)),
          notices: await shownNotices(needs, 'help'),
          support: needs.settings.support,
        },
        wordsOf(request),
      ),
    ),
  ),
  route({ ...help, address: categoryAddress(':category') }, async (request, reply) => {
    const { category } = request.params as { category: string };
    const found = await readCategory(needs, category);
    const { support } = needs.settings;
    const notices = await shownNotices(needs, 'help');
    return show(reply, categoryPage({ ...found, notices, support }, wordsOf(request)));
  }),
  route({ ...help, address: articleAddress(':category', ':article') }, (request, reply) =>
    showArticle(needs, request, reply),
  ),
];

async function showArticle(needs: ReadHelpNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { category, article: slug } = request.params as { category: string; article: string };
  const found = await readArticle(needs, { category, slug });
  const { article } = found;
  switch (found.outcome) {
    case 'moved':
      return reply.redirect(articleAddress(article.category, article.slug), 301);
    case 'archived':
      return show(reply, archivedPage(article, needs.settings.support, wordsOf(request)), 410);
    case 'found': {
      // Whoever asks for the head alone reads nothing.
      if (request.method === 'GET') await countHelp(needs, 'article-read');
      const { service, support } = needs.settings;
      const around = { notices: await shownNotices(needs, 'help'), feedback: needs.articleFeedback(article) };
      return show(
        reply,
        articlePage({ ...found, ...around, timeZone: service.timeZone, support }, wordsOf(request)),
      );
    }
  }
}

const wordsOf = ({ language }: FastifyRequest) => wordsIn(readHelpWords, language);
