import type { FastifyRequest } from 'fastify';
import { isId } from '../../kernel/ids.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { usersAddress, usersFileAddress } from '../addresses.ts';
import { findMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { memberWords } from '../members/member.words.ts';
import { seePeople } from '../policy.ts';
import { type DownloadPeopleNeeds, downloadPeople } from './download-people.ts';
import { listPeoplePage } from './list-people.page.tsx';
import { listPeople, type PeopleList, perPage } from './list-people.ts';
import { listPeopleWords } from './list-people.words.ts';
import { peopleFile } from './people-file.ts';

const administrators = { policy: seePeople, supportAccess: 'never' } as const;

export const listPeopleRoutes = (needs: DownloadPeopleNeeds): Route[] => [
  route({ ...administrators, method: 'GET', address: usersAddress(':code') }, async (request, reply) => {
    const list = await listPeople(needs, request.actor, codeOf(request), request.query);
    const { timeZone } = needs.settings.service;
    const done = await justDone(needs, request, list);
    return show(reply, listPeoplePage({ list, perPage, timeZone, done }, wordsOf(request)));
  }),
  route(
    {
      ...administrators,
      method: 'POST',
      address: usersFileAddress(':code'),
      formAt: usersAddress(':code'),
    },
    async (request, reply) => {
      const words = wordsOf(request);
      const { here, people, today } = await downloadPeople(
        needs,
        request.actor,
        codeOf(request),
        request.body,
      );
      const fileName = `users-${here.organisation.code}-${today}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(peopleFile(people, here, needs.settings.service.timeZone, words));
    },
  ),
];

const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

const wordsOf = ({ language }: FastifyRequest) => ({
  list: wordsIn(listPeopleWords, language),
  member: wordsIn(memberWords, language),
});

/** Another page did it, and leads back here. */
async function justDone({ database }: DownloadPeopleNeeds, request: FastifyRequest, { here }: PeopleList) {
  const { done, user } = request.query as { done?: unknown; user?: unknown };
  if (typeof user !== 'string' || !isId(user)) return undefined;
  const member = await findMember(database, here.practice.id, user as MemberId);
  const isHere = member && (member.branchId === here.place.branchId || here.place.branchId === undefined);
  return isHere ? { what: done, name: member.fullName } : undefined;
}
