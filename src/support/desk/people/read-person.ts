import { type Audit, listRecentEvents } from '../../../audit/index.ts';
import {
  administerAccounts,
  type ClosedLane,
  closeAccounts,
  listClosedLanes,
  listResetRequests,
  type ResetRequest,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { before } from '../../../kernel/duration.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { deskStaff } from '../../policy.ts';
import {
  findPerson,
  listMessages,
  listPersonRoles,
  type PersonFacts,
  type PersonRole,
  type SentMessage,
} from './read-person.store.ts';
import { readSecurity, type SecurityFacts } from './read-security.store.ts';

export interface ReadPersonNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service' | 'session'>;
}

export interface Person extends PersonFacts {
  roles: PersonRole[];
  closed: ClosedLane[];
  security: SecurityFacts;
  requests: ResetRequest[];
  messages: SentMessage[];
  events: Awaited<ReturnType<typeof listRecentEvents>>;
  /** Whether this member of staff may act on the account, and if not, why. */
  mayAct: 'yes' | 'own-account' | 'administrator';
  /** Closing ends in erasure, so it is for administrators. */
  mayClose: boolean;
}

const mostListed = 20;
const mostRequests = 5;

/** Everything staff need to help one person on the telephone, read at one moment. That they looked is on record. */
export async function readPerson(
  needs: ReadPersonNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<Person> {
  ask(deskStaff, actor, undefined);
  const { database: db, settings } = needs;
  const now = needs.clock.now();
  const facts = isId(id) ? await findPerson(db, id, now, before(now, settings.session.idle)) : undefined;
  if (!facts) throw new NotFound('person');
  const [roles, closed, security, requests, messages, events] = await Promise.all([
    listPersonRoles(db, facts.id),
    listClosedLanes(db, facts.id, now),
    readSecurity(db, facts.id),
    listResetRequests(db, facts.id, mostRequests),
    listMessages(db, facts.id, mostListed),
    listRecentEvents(db, facts.id, mostListed),
  ]);
  await inTransaction(db, (tx) =>
    needs.audit.record(tx, { action: 'person-viewed', actor, subject: facts.id }),
  );
  return {
    ...facts,
    roles,
    closed,
    security,
    requests,
    messages,
    events,
    mayAct: mayAct(actor, facts, roles),
    mayClose: closeAccounts.admits(actor),
  };
}

function mayAct(actor: Actor, { id: accountId }: PersonFacts, roles: PersonRole[]): Person['mayAct'] {
  const isAdministrator = roles.some(
    ({ service, role, endedAt }) => service === 'support' && role === 'administrator' && !endedAt,
  );
  if (administerAccounts.allows(actor, { accountId, isAdministrator })) return 'yes';
  return actor.person.accountId === accountId ? 'own-account' : 'administrator';
}
