import type { FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type Page, show, withError } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import { type FindOrganisationNeeds, findOrganisationByCode } from '../places/organisation-by-code.ts';
import { findPage, findToAskPage, notOpenPage } from './find-organisation.page.tsx';
import { type FindOutcome, findOrganisation } from './find-organisation.ts';
import { type FindOrganisationWords, findOrganisationWords } from './find-organisation.words.ts';
import { branchPage, confirmPage, deadEndPage, registeredPage } from './found-organisation.page.tsx';
import { searchResultsPage } from './search-results.page.tsx';

const open = { policy: anyone, supportAccess: 'never' } as const;
const longestSearch = 100;

export const findOrganisationRoutes = (needs: FindOrganisationNeeds): Route[] => [
  route({ method: 'GET', address: registerAddress, ...open }, async (request, reply) => {
    const words = wordsIn(findOrganisationWords, request.language);
    if (!needs.settings.organisations.registration) return show(reply, notOpenPage(words));
    const typed = whatWasTyped(request);
    const startPage = (request.query as { to?: unknown }).to === 'ask' ? findToAskPage : findPage;
    if (typed === undefined) return show(reply, startPage(emptyForm, words));
    if (typed === '')
      return show(reply, startPage(withError(emptyForm, 'find', words.findEmpty), words), 422);
    const found = await findOrganisation(needs, typed);
    if ('practice' in found) return reply.redirect(stepAddress(codeOf(found)), 303);
    return show(reply, foundPage(found, typed, words));
  }),
  route({ method: 'GET', address: stepAddress(':code'), ...open }, async (request, reply) => {
    const words = wordsIn(findOrganisationWords, request.language);
    if (!needs.settings.organisations.registration) return show(reply, notOpenPage(words));
    const { code } = request.params as { code: string };
    return show(reply, foundPage(await findOrganisationByCode(needs, code), code, words));
  }),
];

function whatWasTyped(request: FastifyRequest): string | undefined {
  const { find } = request.query as { find?: unknown };
  return typeof find === 'string' ? find.trim().slice(0, longestSearch) : undefined;
}

const codeOf = (found: Extract<FindOutcome, { practice: unknown }>): string =>
  found.outcome === 'branch' ? found.branch.code : found.practice.code;

function foundPage(found: FindOutcome, typed: string, words: FindOrganisationWords): Page {
  switch (found.outcome) {
    case 'registrable':
      return confirmPage(found.practice, words);
    case 'registered':
      return registeredPage(found.practice, words);
    case 'branch':
      return branchPage(found.branch, found.practice, words);
    case 'closed':
    case 'dormant':
    case 'not-registrable': {
      const end = words[found.outcome];
      return deadEndPage({ ...end, text: end.text(found.practice.name) }, words);
    }
    case 'listed':
      return searchResultsPage({ typed, ...found }, words);
    case 'person':
      return deadEndPage(words.person, words);
    case 'unknown':
    case 'malformed':
    case 'none': {
      const end = words[found.outcome];
      return deadEndPage({ ...end, text: end.text(typed) }, words);
    }
  }
}
