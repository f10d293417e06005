import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { deskStaff, enterDesk } from '../../policy.ts';
import { deskAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { peopleWords } from '../people/people.words.ts';
import type { TasksNeeds } from '../tasks/tasks.routes.ts';
import { readWaitingTasks } from '../tasks/tasks.ts';
import { startPage } from './start.page.tsx';
import { startWords } from './start.words.ts';

const desk = { policy: enterDesk, supportAccess: 'never', realm: 'support' } as const;

export const startRoutes = (needs: TasksNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskAddress }, async (request, reply) => {
    ask(enterDesk, request.actor, undefined);
    const waiting = deskStaff.admits(request.actor)
      ? await readWaitingTasks(needs, request.actor)
      : undefined;
    const words = {
      desk: wordsIn(deskWords, request.language),
      start: wordsIn(startWords, request.language),
      people: wordsIn(peopleWords, request.language),
    };
    return show(reply, startPage({ waiting, now: needs.clock.now() }, words));
  }),
];
