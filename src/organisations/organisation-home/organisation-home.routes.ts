import type { FastifyRequest } from 'fastify';
import { loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { myOrganisationAddress, organisationAddress } from '../addresses.ts';
import { memberWords } from '../members/member.words.ts';
import { actForOrganisation } from '../policy.ts';
import { findMyOrganisation } from './my-organisation.ts';
import { organisationHomePage } from './organisation-home.page.tsx';
import { organisationHomeWords } from './organisation-home.words.ts';
import { type ReadHomeNeeds, readHome } from './read-home.ts';

export const organisationHomeRoutes = (needs: ReadHomeNeeds): Route[] => [
  route(
    {
      method: 'GET',
      address: organisationAddress(':code'),
      policy: actForOrganisation,
      supportAccess: 'never',
    },
    async (request, reply) => {
      const { code } = request.params as { code: string };
      const home = await readHome(needs, request.actor, code);
      return show(reply, organisationHomePage(home, wordsOf(request)));
    },
  ),
  route(
    {
      method: 'GET',
      address: myOrganisationAddress(),
      policy: loggedInTo.portal,
      supportAccess: 'never',
    },
    async (request, reply) => {
      const { page } = request.query as { page?: unknown };
      const address = await findMyOrganisation(needs, request.actor, page);
      return reply.redirect(address ?? '/account/access', 303);
    },
  ),
];

const wordsOf = ({ language }: FastifyRequest) => ({
  home: wordsIn(organisationHomeWords, language),
  member: wordsIn(memberWords, language),
});
