import type { Audit } from '../../audit/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import type { EndMemberNeeds } from '../members/end-member.ts';
import { countAdministrators } from '../members/member.store.ts';
import { addNoAdministratorTask } from '../members/no-administrator-task.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { isClosedOn, type Organisation } from '../places/organisation.ts';
import { addSuccessorTask, finishSuccessorTask } from '../places/successor-task.ts';
import {
  addClosure,
  listNewlyClosed,
  listOpenAgain,
  listOver,
  listPeopleThere,
  markAccessEnded,
  removeClosure,
} from './closures.store.ts';
import { endPeople, holdAccountsOf } from './end-people.ts';
import { tellClosed, tellOpenAgain } from './tell-closed.ts';

export type WatchClosuresNeeds = EndMemberNeeds &
  TellMemberNeeds & { audit: Audit; database: Database; ids: Ids };

const organisationsAtOnce = 20;
const peopleAtOnce = 25;

/** Sees to organisations that the register closed: read only for a time, then over; and to those that it opened again. */
export const watchClosuresWork = (needs: WatchClosuresNeeds): DueWork => ({
  name: 'watch-closures',
  every: hours(1),
  runDue: async (now) => {
    const today = dayAt(now, needs.settings.service.timeZone);
    const settle = (list: typeof listOpenAgain, how: Settle) => async () =>
      eachApart(await list(needs.database, today, organisationsAtOnce), (id) => how(needs, id, now));
    return eachApart(
      [settle(listOpenAgain, openAgain), settle(listNewlyClosed, close), settle(listOver, endSome)],
      (step) => step(),
    );
  },
});

type Settle = (needs: WatchClosuresNeeds, id: OrganisationId, now: Date) => Promise<number>;

interface Place {
  organisation: Organisation;
  practice: Organisation;
}

/** Holds the practice, and reads the organisation as it is now: an import may have changed it meanwhile. */
async function holdPlace(tx: Tx, id: OrganisationId): Promise<Place> {
  const before = await findById(tx, id);
  await holdOrganisation(tx, before?.parentId ?? id);
  const organisation = await findById(tx, id);
  const practice = organisation?.parentId ? await findById(tx, organisation.parentId) : organisation;
  if (!organisation || !practice) throw new Error('an organisation vanished while it closed');
  return { organisation, practice };
}

const isClosedNow = ({ settings }: WatchClosuresNeeds, { organisation }: Place, now: Date): boolean =>
  isClosedOn(organisation, dayAt(now, settings.service.timeZone));

/** The time to look begins when we learn of it: a register that was late must not cut everybody off at once. */
const close: Settle = (needs, id, now) =>
  inTransaction(needs.database, async (tx) => {
    const place = await holdPlace(tx, id);
    if (!isClosedNow(needs, place, now)) return 0;
    const { organisations, service } = needs.settings;
    const readOnlyUntil = dayAt(after(now, organisations.readOnlyAfterClosing), service.timeZone);
    const closedOn = place.organisation.closedOn ?? dayAt(now, service.timeZone);
    if (!(await addClosure(tx, id, { closedOn, readOnlyUntil, now }))) return 0;
    await record(needs, tx, 'organisation-closed', id);
    const [somebody] = await listPeopleThere(tx, place.organisation, 1);
    if (somebody && place.organisation.kind === 'practice') await addSuccessorTask(tx, needs.ids, id, now);
    await tellClosed(needs, tx, { ...place, closedOn, readOnlyUntil });
    return 1;
  });

const openAgain: Settle = (needs, id, now) =>
  inTransaction(needs.database, async (tx) => {
    const place = await holdPlace(tx, id);
    if (isClosedNow(needs, place, now)) return 0;
    const removed = await removeClosure(tx, id);
    if (!removed) return 0;
    await record(needs, tx, 'organisation-open-again', id);
    await finishSuccessorTask(tx, id, null, now);
    const isHelpless =
      removed.accessEndedAt && (await countAdministrators(tx, place.practice.id, null)) === 0;
    if (isHelpless) await addNoAdministratorTask(tx, needs.ids, place.practice.id, now);
    await tellOpenAgain(needs, tx, place);
    return 1;
  });

const record = ({ audit }: WatchClosuresNeeds, tx: Tx, action: string, organisation: OrganisationId) =>
  audit.record(tx, {
    action,
    actor: 'system',
    organisation,
    record: { type: 'organisation', id: organisation },
  });

/** Ends what some people have there, one batch a look. */
const endSome: Settle = (needs, id, now) =>
  inTransaction(needs.database, async (tx) => {
    const before = await findById(tx, id);
    const people = before ? await listPeopleThere(tx, before, peopleAtOnce) : [];
    await holdAccountsOf(tx, people);
    const place = await holdPlace(tx, id);
    if (!isClosedNow(needs, place, now)) return 0;
    await endPeople(needs, tx, place.practice, people, 'organisation-closed');
    if (people.length < peopleAtOnce) await finishClosing(needs, tx, id, now);
    return 1;
  });

async function finishClosing(needs: WatchClosuresNeeds, tx: Tx, id: OrganisationId, now: Date) {
  await markAccessEnded(tx, id, now);
  await finishSuccessorTask(tx, id, null, now);
  await record(needs, tx, 'organisation-access-ended', id);
}
