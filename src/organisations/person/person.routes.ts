import type { FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import { memberWords } from '../members/member.words.ts';
import { seePeople } from '../policy.ts';
import { personPage } from './person.page.tsx';
import { personWords } from './person.words.ts';
import { type ReadPersonNeeds, readPerson } from './read-person.ts';

export const personRoutes = (needs: ReadPersonNeeds): Route[] => [
  route(
    { method: 'GET', address: userAddress(':code', ':id'), policy: seePeople, supportAccess: 'never' },
    async (request, reply) => {
      const who = request.params as { code: string; id: string };
      const person = await readPerson(needs, request.actor, who);
      const { done } = request.query as { done?: unknown };
      const { timeZone } = needs.settings.service;
      return show(reply, personPage({ ...person, done, timeZone }, wordsOf(request)));
    },
  ),
];

const wordsOf = ({ language }: FastifyRequest) => ({
  person: wordsIn(personWords, language),
  member: wordsIn(memberWords, language),
});
