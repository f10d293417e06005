import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findHere, type Here } from '../here.ts';
import { seePeople } from '../policy.ts';
import { findPeople } from './list-people.store.ts';
import { type ListedPerson, type ListPeopleNeeds, readPeople, scopeOf } from './list-people.ts';
import { readPeopleQuery } from './people-query.ts';

export interface DownloadPeopleNeeds extends ListPeopleNeeds {
  audit: Audit;
}

/** More than any practice has. */
const most = 20_000;

/** Everybody who fits, for a file; that somebody took them along is on record. */
export async function downloadPeople(
  needs: DownloadPeopleNeeds,
  actor: Actor | undefined,
  code: string,
  given: unknown,
): Promise<{ here: Here; people: ListedPerson[]; today: string }> {
  const here = await findHere(needs, needs.database, code);
  ask(seePeople, actor, here);
  const people = await inTransaction(needs.database, async (tx) => {
    const query = readPeopleQuery(given, here.services);
    const { ids } = await findPeople(tx, scopeOf(actor, here), query, { from: 0, atMost: most });
    await needs.audit.record(tx, { action: 'people-downloaded', actor, organisation: here.organisation.id });
    return readPeople(tx, ids, actor.subject);
  });
  return { here, people, today: dayAt(needs.clock.now(), needs.settings.service.timeZone) };
}
