import { listRecordEvents, type RecordEvent } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Here, HereNeeds } from '../here.ts';
import { asToldTo, type Member } from '../members/member.ts';
import { listMemberFacts, type MemberFacts } from '../members/member-facts.store.ts';
import { findPersonHere, type PersonAddress } from '../members/person-here.ts';
import { type Closed, findClosed } from '../places/find-closed.ts';
import { actionsFor, type OfferedAction } from './person-actions.ts';
import { listLeaverReports } from './read-person.store.ts';

export interface ReadPersonNeeds extends HereNeeds {
  keyRing: KeyRing;
  database: Database;
}

export interface OnePerson {
  here: Here;
  member: Member;
  facts: MemberFacts;
  actions: OfferedAction[];
  leaverReports: Awaited<ReturnType<typeof listLeaverReports>>;
  events: RecordEvent[];
  closed: Closed | undefined;
  isSelf: boolean;
  now: Date;
  today: string;
}

const trail = { atMost: 50, detailOf: ['member-roles-changed'] };

/** Everything an administrator may know of one person here. Somebody of another practice or branch is not found. */
export async function readPerson(
  needs: ReadPersonNeeds,
  actor: Actor | undefined,
  who: PersonAddress,
): Promise<OnePerson> {
  const { database: db } = needs;
  const { here, member } = await findPersonHere(needs, db, actor, who);
  const facts = (await listMemberFacts(db, [member.id])).get(member.id);
  if (!actor || !facts) throw new NotFound('person');
  const now = needs.clock.now();
  const isSelf = member.accountId === actor.subject;
  const events = await listRecordEvents(needs, db, { type: 'member', id: member.id }, trail);
  return {
    here,
    member: asToldTo(actor.subject, member),
    facts,
    actions: actionsFor(actor, here, { member, facts }, now),
    leaverReports: await listLeaverReports(db, member.id, { isSelf }),
    events: isSelf ? events.map(withoutWhy) : events,
    closed: await findClosed(db, here),
    isSelf,
    now,
    today: dayAt(now, needs.settings.service.timeZone),
  };
}

/** What the organisation gave as reason is never told to the person, who may be back and look after people. */
const withoutWhy = (event: RecordEvent): RecordEvent => ({ ...event, reason: null });
