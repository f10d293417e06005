import type { Actor } from '../../../kernel/actor.ts';
import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { show } from '../../../ui/index.ts';
import { countToReview } from '../../articles/review.store.ts';
import { dayOf } from '../../articles/review-day.ts';
import { answerTickets, deskStaff, enterDesk, writeArticles } from '../../policy.ts';
import { deskAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { readWork } from '../feedback/read-feedback.ts';
import { peopleWords } from '../people/people.words.ts';
import type { TasksNeeds } from '../tasks/tasks.routes.ts';
import { readWaitingTasks } from '../tasks/tasks.ts';
import { countQueues } from '../tickets/list/list-tickets.store.ts';
import { listTicketsWords } from '../tickets/list/list-tickets.words.ts';
import { readableSubjects } from '../tickets/readable-subjects.ts';
import { startPage } from './start.page.tsx';
import { startWords } from './start.words.ts';

interface StartNeeds extends TasksNeeds {
  settings: Settings;
}

const desk = { policy: enterDesk, supportAccess: 'never', realm: 'support' } as const;

export const startRoutes = (needs: StartNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskAddress }, async (request, reply) => {
    const { actor } = request;
    ask(enterDesk, actor, undefined);
    const [queues, waiting, articles] = await Promise.all([
      answerTickets.admits(actor) ? countTickets(needs, actor) : undefined,
      deskStaff.admits(actor) ? readWaitingTasks(needs, actor) : undefined,
      writeArticles.admits(actor) ? countArticles(needs, actor) : undefined,
    ]);
    const words = {
      desk: wordsIn(deskWords, request.language),
      start: wordsIn(startWords, request.language),
      people: wordsIn(peopleWords, request.language),
      tickets: wordsIn(listTicketsWords, request.language),
    };
    return show(reply, startPage({ queues, waiting, articles, now: needs.clock.now() }, words));
  }),
];

const countTickets = ({ clock, database, settings }: StartNeeds, actor: Actor) =>
  countQueues(database, {
    reader: actor.person.accountId,
    now: clock.now(),
    subjects: readableSubjects(actor, settings),
  });

async function countArticles(needs: StartNeeds, actor: Actor) {
  const today = dayOf(needs.clock.now(), needs.settings.service.timeZone);
  const [toReview, { articles, held }] = await Promise.all([
    countToReview(needs.database, today),
    readWork(needs, actor, { isMine: false }),
  ]);
  return { toReview, toMend: articles.length, held };
}
