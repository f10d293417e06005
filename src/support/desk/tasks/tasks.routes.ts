import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { show } from '../../../ui/index.ts';
import { deskStaff } from '../../policy.ts';
import { taskDoneAddress, tasksAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { type FinishTaskNeeds, finishTask } from './finish-task.ts';
import { tasksPage } from './tasks.page.tsx';
import { readTasks } from './tasks.ts';
import { tasksWords } from './tasks.words.ts';

export interface TasksNeeds extends FinishTaskNeeds {
  settings: Pick<Settings, 'service'>;
}

const desk = { policy: deskStaff, supportAccess: 'never', realm: 'support' } as const;

export const tasksRoutes = (needs: TasksNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: tasksAddress }, async (request, reply) => {
    const { state, page } = request.query as { state?: unknown; page?: unknown };
    const list = await readTasks(needs, request.actor, {
      state: state === 'done' ? 'done' : 'open',
      page: Math.trunc(Number(page)) || 1,
    });
    const words = {
      desk: wordsIn(deskWords, request.language),
      tasks: wordsIn(tasksWords, request.language),
    };
    const { timeZone } = needs.settings.service;
    return show(reply, tasksPage({ ...list, now: needs.clock.now(), timeZone }, words));
  }),
  route(
    { ...desk, method: 'POST', address: taskDoneAddress(':reference'), formAt: tasksAddress },
    async (request, reply) => {
      await finishTask(needs, request.actor, (request.params as { reference: string }).reference);
      return reply.redirect(tasksAddress, 303);
    },
  ),
];
