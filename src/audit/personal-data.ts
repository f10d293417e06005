import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Secrets } from '../kernel/secrets.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { destroyPersonKey, openDetail } from './person-key.ts';
import { listEventsOfPerson } from './personal-data.store.ts';

interface HoldAuditNeeds {
  keyRing: KeyRing;
  secrets: Secrets;
}

/**
 * What happened, with its detail opened; but what somebody of their own organisation said of it stays with that.
 * Erasing destroys the key of the detail; the chain of events stays whole.
 */
export const auditPersonalData = (needs: HoldAuditNeeds): PersonalDataHolder => ({
  collect: async (db, { accountId }) => ({ activity: await activityOf(needs, db, accountId) }),
  erase: (tx, { accountId }) => destroyPersonKey(tx, accountId),
});

async function activityOf(needs: HoldAuditNeeds, db: Queryable, person: AccountId) {
  const activity: Record<string, unknown>[] = [];
  for (const {
    id,
    sealed_detail: sealed,
    actor_id,
    actor_kind,
    record_type,
    ...event
  } of await listEventsOfPerson(db, person)) {
    const isAnothers = actor_kind === 'person' && actor_id !== person;
    activity.push({
      at: event.at,
      action: event.action,
      by: actor_id === person ? 'you' : actor_kind,
      organisationId: event.organisation_id,
      reason: isAnothers || record_type === 'member' ? null : event.reason,
      detail: sealed && !isAnothers ? ((await openDetail(needs, db, person, id, sealed)) ?? null) : null,
    });
  }
  return activity;
}
