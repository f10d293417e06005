import type { Actor } from '../../kernel/actor.ts';
import { dayAt, daysFrom } from '../../kernel/calendar-day.ts';
import { after, days } from '../../kernel/duration.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HereNeeds } from '../here.ts';
import { type Counts, countPeople, listTasks, type Task } from './my-people.store.ts';
import { listMyPlaces, type MyPlace, scopeOf } from './my-places.ts';

export interface MyPeopleNeeds extends HereNeeds {
  database: Database;
}

export interface MyPeople {
  places: (MyPlace & { counts: Counts })[];
  tasks: Task[];
  /** There are more tasks than are shown. */
  isCut: boolean;
}

const tasksShown = 100;
const daysAhead = 14;
const invitationsEnding = days(3);

/** All the people somebody looks after, wherever that is, and what waits for them there; nothing for who looks after nobody. */
export async function readMyPeople(needs: MyPeopleNeeds, actor: Actor | undefined): Promise<MyPeople> {
  const { database, clock, settings } = needs;
  ask(loggedInTo.portal, actor, undefined);
  const places = await listMyPlaces(needs, database, actor);
  const now = clock.now();
  const counts = await countPeople(
    database,
    places.map(({ organisation }) => organisation.id),
  );
  const tasks = await listTasks(database, {
    account: actor.person.accountId,
    seen: scopeOf(places),
    decided: scopeOf(places.filter(({ mayDecide }) => mayDecide)),
    now,
    expiringUntil: after(now, invitationsEnding),
    lastDay: daysFrom(dayAt(now, settings.service.timeZone), daysAhead),
    atMost: tasksShown + 1,
  });
  return {
    places: places.map((place) => ({ ...place, counts: counts.get(place.organisation.id) ?? nobody })),
    tasks: tasks.slice(0, tasksShown),
    isCut: tasks.length > tasksShown,
  };
}

const nobody: Counts = { active: 0, invited: 0, onLeave: 0 };
