import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { countToReview } from '../../articles/review.store.ts';
import { dayOf } from '../../articles/review-day.ts';
import { deskStaff, enterDesk, writeArticles } from '../../policy.ts';
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
    const toReview = writeArticles.admits(request.actor) ? await countDue(needs) : 0;
    const words = {
      desk: wordsIn(deskWords, request.language),
      start: wordsIn(startWords, request.language),
      people: wordsIn(peopleWords, request.language),
    };
    return show(reply, startPage({ waiting, toReview, now: needs.clock.now() }, words));
  }),
];

const countDue = ({ clock, database, settings }: TasksNeeds): Promise<number> =>
  countToReview(database, dayOf(clock.now(), settings.service.timeZone));
