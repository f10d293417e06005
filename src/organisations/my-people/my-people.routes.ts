import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { myPeopleAddress } from '../addresses.ts';
import { seePeople } from '../policy.ts';
import { addToSeveralRoutes } from './add-to-several.routes.ts';
import type { AddToSeveralNeeds } from './add-to-several.ts';
import { myPeoplePage } from './my-people.page.tsx';
import { myPeopleWords } from './my-people.words.ts';
import { readMyPeople } from './read-my-people.ts';
import { removeFromSeveralRoutes } from './remove-from-several.routes.ts';
import type { RemoveFromSeveralNeeds } from './remove-from-several.ts';

export type MyPeopleRoutesNeeds = AddToSeveralNeeds & RemoveFromSeveralNeeds;

export const myPeopleRoutes = (needs: MyPeopleRoutesNeeds): Route[] => [
  route(
    { method: 'GET', address: myPeopleAddress, policy: seePeople, supportAccess: 'never' },
    async (request, reply) => {
      const people = await readMyPeople(needs, request.actor);
      const words = wordsIn(myPeopleWords, request.language);
      return show(reply, myPeoplePage(people, needs.settings.service.timeZone, words));
    },
  ),
  ...addToSeveralRoutes(needs),
  ...removeFromSeveralRoutes(needs),
];
