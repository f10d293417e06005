import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hours, minutes } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { readForm, show } from '../../ui/index.ts';
import { articleAddress } from '../addresses.ts';
import { countHelp } from '../count-help.ts';
import { answeredPage } from './answered.page.tsx';
import { answeredAddress, offeredAddress } from './ask.addresses.ts';
import type { AskNeeds } from './ask.ts';
import { askWords } from './ask.words.ts';
import type { OfferedArticle } from './offered-articles.tsx';
import { openToAnyone } from './open-to-anyone.ts';

export interface OfferNeeds extends AskNeeds {
  /** The articles that may answer a text. */
  nearestArticles(text: string, limit: number): Promise<OfferedArticle[]>;
}

const sent = { ...openToAnyone, method: 'POST' } as const;

const mostOffered = 4;
/** Shorter texts say too little. */
const shortestText = 12;
/** A whole practice that types at once stays below it. */
const allowed = { window: minutes(10), atMost: 600 };
/** Counted of one network; whoever says it again is thanked all the same. */
const counted = { window: hours(1), atMost: 30 };

/** What is typed is sent in the body and kept nowhere, so that it stands in no record of addresses. */
export const offerRoutes = (needs: OfferNeeds): Route[] => [
  route({ ...sent, address: offeredAddress, quiet: true }, async (request, reply) => {
    const form = readForm(z.object({ text: z.string() }), request.body);
    const text = form.valid ? form.values.text.trim() : '';
    const isAnswered = text.length >= shortestText && (await isWithin(needs, request, 'offer', allowed));
    const articles = isAnswered ? await needs.nearestArticles(text, mostOffered) : [];
    return reply.send({
      articles: articles.map(({ title, category, slug }) => ({
        title,
        href: articleAddress(category, slug),
      })),
    });
  }),
  route({ ...sent, address: answeredAddress }, async (request, reply) => {
    if (await isWithin(needs, request, 'answered', counted)) {
      await countHelp(needs, 'offered-while-asking');
      await countHelp(needs, 'answered-while-asking');
    }
    return show(reply, answeredPage(wordsIn(askWords, request.language)));
  }),
];

async function isWithin(
  { clock, database, keyRing }: OfferNeeds,
  { clientNetwork }: FastifyRequest,
  what: 'offer' | 'answered',
  limit: typeof allowed,
) {
  const name = `${what}:${keyRing.mac('client-address', clientNetwork)}`;
  return (await countUse(database, { name, ...limit, now: clock.now() })).allowed;
}
