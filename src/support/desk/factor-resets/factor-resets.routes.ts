import { findResetRequest } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { deskStaff } from '../../policy.ts';
import { factorResetAddress } from '../addresses.ts';
import { allPersonWords } from '../people/person-props.ts';
import { type ReadPersonNeeds, readPerson } from '../people/read-person.ts';
import { factorResetPage } from './factor-reset.page.tsx';
import { factorResetsWords } from './factor-resets.words.ts';

const desk = { policy: deskStaff, supportAccess: 'never', realm: 'support' } as const;

/** What people who cannot get a code asked support. */
export const factorResetsRoutes = (needs: ReadPersonNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: factorResetAddress(':id') }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const props = await readRequest(needs, request.actor, id);
    const words = {
      resets: wordsIn(factorResetsWords, request.language),
      person: allPersonWords(request.language),
    };
    return show(reply, factorResetPage(props, words));
  }),
];

async function readRequest(needs: ReadPersonNeeds, actor: Actor | undefined, id: string) {
  ask(deskStaff, actor, undefined);
  const request = isId(id) ? await findResetRequest(needs.database, id) : undefined;
  if (!request) throw new NotFound('request');
  const person = await readPerson(needs, actor, request.accountId);
  return { request, person, now: needs.clock.now(), timeZone: needs.settings.service.timeZone };
}
