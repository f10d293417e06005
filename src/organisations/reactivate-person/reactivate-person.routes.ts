import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { keptForm, readPosted, show } from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import { findPersonHere, type PersonAddress } from '../members/person-here.ts';
import { changePerson, decideRequests } from '../policy.ts';
import { notUnusedPage, reactivatePage } from './reactivate-person.page.tsx';
import { type ReactivatePersonNeeds, reactivatePerson } from './reactivate-person.ts';
import { reactivatePersonWords } from './reactivate-person.words.ts';

const reactivate = {
  address: userAddress(':code', ':id', 'reactivate'),
  policy: decideRequests,
  supportAccess: 'never',
  stepUp: true,
} as const;

export const reactivatePersonRoutes = (needs: ReactivatePersonNeeds): Route[] => [
  route({ ...reactivate, method: 'GET' }, async (request, reply) =>
    show(reply, reactivatePage(await personOf(needs, request), keptForm(request), wordsOf(request))),
  ),
  route({ ...reactivate, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const person = await personOf(needs, request);
    const form = readPosted(z.object({}), request);
    if (!form.valid) return show(reply, reactivatePage(person, form, wordsOf(request)), 422);
    const { outcome } = await reactivatePerson(needs, request.actor, request.params as PersonAddress);
    const back = userAddress(person.here.organisation.code, person.member.id);
    return outcome === 'reactivated'
      ? reply.redirect(`${back}?done=reactivated`, 303)
      : show(reply, notUnusedPage(person, wordsOf(request)), 409);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(reactivatePersonWords, request.language);

async function personOf(needs: ReactivatePersonNeeds, request: FastifyRequest) {
  const person = await findPersonHere(needs, needs.database, request.actor, request.params as PersonAddress);
  ask(decideRequests, request.actor, person.of);
  ask(changePerson, request.actor, person.of);
  return person;
}
