import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { enterDesk } from '../../policy.ts';
import { deskAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { peopleWords } from '../people/people.words.ts';
import { deskTicketsWords } from '../tickets/desk-tickets.words.ts';
import { readStart, type StartNeeds } from './read-start.ts';
import { startPage } from './start.page.tsx';
import { startWords } from './start.words.ts';

const desk = { policy: enterDesk, supportAccess: 'never', realm: 'support' } as const;

export const startRoutes = (needs: StartNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskAddress }, async (request, reply) => {
    const start = await readStart(needs, request.actor);
    const words = {
      desk: wordsIn(deskWords, request.language),
      start: wordsIn(startWords, request.language),
      people: wordsIn(peopleWords, request.language),
      tickets: wordsIn(deskTicketsWords, request.language),
    };
    return show(reply, startPage({ ...start, now: needs.clock.now() }, words));
  }),
];
