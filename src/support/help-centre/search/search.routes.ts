import type { FastifyRequest } from 'fastify';
import { minutes } from '../../../kernel/duration.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { anyone } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { countUse } from '../../../platform/limits/limit.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { show } from '../../../ui/index.ts';
import { articleAddress, helpSearchAddress, suggestionsAddress } from '../../addresses.ts';
import { shownNotices } from '../../notices/shown-notices.tsx';
import { longestQuery } from './read-query.ts';
import { searchPage } from './search.page.tsx';
import { searchWords } from './search.words.ts';
import { suggestArticles } from './search-articles.ts';
import { type SearchHelpNeeds, searchHelp } from './search-help.ts';

export interface SearchRouteNeeds extends SearchHelpNeeds {
  settings: Pick<Settings, 'service' | 'support'>;
  keyRing: KeyRing;
}

const mostSuggestions = 6;
const shortestSuggested = 2;
/** A whole practice that types at once stays below it. */
const suggestionsAllowed = { window: minutes(10), atMost: 1_000 };

const help = { method: 'GET', policy: anyone } as const;

/** The search of the help centre, and what it suggests while somebody types. */
export const searchRoutes = (needs: SearchRouteNeeds): Route[] => [
  route({ ...help, address: helpSearchAddress, supportAccess: 'read' }, async (request, reply) => {
    const typed = queryIn(request);
    const query = typed.slice(0, longestQuery);
    const result = await searchHelp(needs, query, pageIn(request));
    const notices = await shownNotices(needs, 'help');
    const words = wordsIn(searchWords, request.language);
    const { support } = needs.settings;
    const isCut = typed.length > longestQuery;
    return show(reply, searchPage({ query, isCut, result, support, notices }, words));
  }),
  route(
    { ...help, address: suggestionsAddress, supportAccess: 'never', quiet: true },
    async (request, reply) => {
      const query = queryIn(request, false);
      const isAnswered = query.trim().length >= shortestSuggested && (await isAllowed(needs, request));
      const found = isAnswered ? await suggestArticles(needs.database, query, mostSuggestions) : [];
      return reply.send({
        suggestions: found.map(({ title, category, slug }) => ({
          title,
          href: articleAddress(category, slug),
        })),
      });
    },
  ),
];

/** A blank at the end tells that the last word is whole. */
function queryIn({ query }: FastifyRequest, isTrimmed = true): string {
  const { q } = query as { q?: unknown };
  const text = typeof q === 'string' ? q.replaceAll('\0', '') : '';
  return isTrimmed ? text.trim() : text.slice(0, longestQuery);
}

function pageIn({ query }: FastifyRequest): number {
  const page = Number((query as { page?: unknown }).page);
  return Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100) : 1;
}

async function isAllowed(
  { clock, database, keyRing }: SearchRouteNeeds,
  request: FastifyRequest,
): Promise<boolean> {
  const name = `suggestions:${keyRing.mac('client-address', request.clientNetwork)}`;
  return (await countUse(database, { name, now: clock.now(), ...suggestionsAllowed })).allowed;
}
