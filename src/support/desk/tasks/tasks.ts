import type { Actor } from '../../../kernel/actor.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import { deskStaff } from '../../policy.ts';
import { countOpenTasks, countTasks, listTasks, type Task, type TaskState } from './tasks.store.ts';

const tasksOnPage = 25;

export interface TaskList {
  state: TaskState;
  tasks: Task[];
  total: number;
  page: number;
  pages: number;
}

/** One page of tasks; a page beyond the end is the last one, since tasks get done while somebody reads. */
export async function readTasks(
  { database }: { database: Database },
  actor: Actor | undefined,
  { state, page }: { state: TaskState; page: number },
): Promise<TaskList> {
  ask(deskStaff, actor, undefined);
  const total = await countTasks(database, state);
  const pages = Math.max(1, Math.ceil(total / tasksOnPage));
  const shown = Math.min(Math.max(1, page), pages);
  const part = { from: (shown - 1) * tasksOnPage, atMost: tasksOnPage };
  return { state, tasks: await listTasks(database, state, part), total, page: shown, pages };
}

export async function readWaitingTasks({ database }: { database: Database }, actor: Actor | undefined) {
  ask(deskStaff, actor, undefined);
  return countOpenTasks(database);
}
