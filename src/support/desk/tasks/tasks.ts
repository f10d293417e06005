import { type Audit, recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import { deskStaff } from '../../policy.ts';
import { countTasks, listTasks, type Task, type TaskState } from './tasks.store.ts';

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
  needs: { audit: Audit; database: Database },
  actor: Actor | undefined,
  { state, page }: { state: TaskState; page: number },
): Promise<TaskList> {
  ask(deskStaff, actor, undefined);
  const { database } = needs;
  const total = await countTasks(database, state);
  const pages = Math.max(1, Math.ceil(total / tasksOnPage));
  const shown = Math.min(Math.max(1, page), pages);
  const part = { from: (shown - 1) * tasksOnPage, atMost: tasksOnPage };
  const tasks = await listTasks(database, state, part);
  await recordListing(needs, actor, {
    action: 'tasks-listed',
    asked: { state, page: shown },
    shown: tasks.map(({ recordId }) => recordId),
  });
  return { state, tasks, total, page: shown, pages };
}
