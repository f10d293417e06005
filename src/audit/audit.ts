import type { Actor, SessionId } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { AccountId, Ids, OrganisationId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Secrets } from '../kernel/secrets.ts';
import type { Tx } from '../platform/database/database.ts';
import { addEvent, addSystemEvents } from './audit.store.ts';
import { sealDetail } from './person-key.ts';

/** One change, as it will be read years later. Only `detail` may hold personal data. */
export interface AuditEvent {
  /** What happened, like `password-reset` or `registration-approved`. */
  action: string;
  /** `owner`: whoever proved to be the subject, by a password or a link of theirs. */
  actor: Actor | 'owner' | 'system' | 'anyone';
  /** Whose account it is about; the detail is sealed under this person's key. */
  subject?: AccountId;
  organisation?: OrganisationId;
  /** The session it was done in, where that is not the actor's: a log in starts the one it belongs to. */
  session?: SessionId;
  /** Where somebody without a session came from; kept as a keyed hash. */
  clientNetwork?: string;
  record?: { type: string; id: string };
  reason?: string;
  detail?: Record<string, unknown>;
}

export interface Audit {
  /** Writes the event in the change's own transaction: no change without its event, no event without its change. */
  record(tx: Tx, event: AuditEvent): Promise<void>;
  /** One event without detail for each of many subjects, in one statement. */
  recordForEach(
    tx: Tx,
    event: { action: string; actor: 'system' },
    subjects: readonly AccountId[],
  ): Promise<void>;
}

export interface AuditNeeds {
  clock: Clock;
  ids: Ids;
  secrets: Secrets;
  keyRing: KeyRing;
}

export const createAudit = (needs: AuditNeeds): Audit => ({
  record: async (tx, event) => {
    const id = needs.ids.next<'audit-event'>();
    const now = needs.clock.now();
    const owner = event.subject ?? subjectOf(event.actor);
    const sealedDetail =
      event.detail && owner ? await sealDetail(needs, tx, owner, id, event.detail, now) : null;
    const { clientNetwork } = event;
    const clientMac = clientNetwork ? needs.keyRing.mac('client-address', clientNetwork) : null;
    await addEvent(tx, { id, at: now, event, subject: owner, clientMac, sealedDetail });
  },
  recordForEach: (tx, { action }, subjects) => {
    const events = subjects.map((subject) => ({ id: needs.ids.next<'audit-event'>(), subject }));
    return addSystemEvents(tx, action, events, needs.clock.now());
  },
});

const subjectOf = (actor: AuditEvent['actor']): AccountId | undefined =>
  typeof actor === 'string' ? undefined : actor.subject;
