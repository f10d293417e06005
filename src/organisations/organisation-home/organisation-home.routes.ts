import type { FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { organisationAddress } from '../addresses.ts';
import { memberWords } from '../member.words.ts';
import { actForOrganisation } from '../policy.ts';
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
];

const wordsOf = ({ language }: FastifyRequest) => ({
  home: wordsIn(organisationHomeWords, language),
  member: wordsIn(memberWords, language),
});
