import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { emptyForm, filledForm, show, withError } from '../../../ui/index.ts';
import { deskStaff } from '../../policy.ts';
import { peopleAddress } from '../addresses.ts';
import { type FindPeopleNeeds, findPeople } from '../people/find-people.ts';
import { peopleWords } from '../people/people.words.ts';
import { findPeoplePage } from './find-people.page.tsx';

const desk = { policy: deskStaff, supportAccess: 'never', realm: 'support' } as const;

export const findPeopleRoutes = (needs: FindPeopleNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: peopleAddress }, async (request, reply) => {
    ask(deskStaff, request.actor, undefined);
    const words = wordsIn(peopleWords, request.language);
    const { find } = request.query as { find?: unknown };
    if (typeof find !== 'string') return show(reply, findPeoplePage(emptyForm, undefined, words));
    const result = await findPeople(needs, request.actor, find);
    const typed = filledForm({ find });
    const form = result.outcome === 'too-short' ? withError(typed, 'find', words.tooShort) : typed;
    return show(reply, findPeoplePage(form, result, words), form === typed ? 200 : 422);
  }),
];
