import { z } from 'zod';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Route } from '../../platform/http/index.ts';
import { type AtPerson, personStep } from '../members/person-step.ts';
import { changePerson, decideRequests } from '../policy.ts';
import { notUnusedPage, reactivatePage } from './reactivate-person.page.tsx';
import { type ReactivatePersonNeeds, reactivatePerson } from './reactivate-person.ts';
import { reactivatePersonWords } from './reactivate-person.words.ts';

export const reactivatePersonRoutes = (needs: ReactivatePersonNeeds): Route[] =>
  personStep(needs, {
    step: 'reactivate',
    policy: decideRequests,
    page: (at, form) => {
      const { request, person } = at;
      ask(decideRequests, request.actor, person.of);
      ask(changePerson, request.actor, person.of);
      return reactivatePage({ person, form }, wordsOf(at));
    },
    form: () => z.object({}),
    act: async (at) => {
      const { outcome } = await reactivatePerson(needs, at.request.actor, at.address);
      return outcome === 'reactivated'
        ? { done: 'reactivated' }
        : { refused: notUnusedPage(at.person, wordsOf(at)) };
    },
  });

const wordsOf = ({ request }: AtPerson) => wordsIn(reactivatePersonWords, request.language);
