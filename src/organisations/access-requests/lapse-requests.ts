import type { Audit } from '../../audit/index.ts';
import { before, hours } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import type { AccessRequestId } from '../access-request.ts';
import { findById } from '../places/organisation.store.ts';
import { lapse, listLapsed } from './access-requests.store.ts';
import { type TellRequesterNeeds, tellLapsed } from './tell-requester.ts';

export interface LapseRequestsNeeds extends TellRequesterNeeds {
  audit: Audit;
  database: Database;
}

/** Ends requests for access that nobody decided in time, and tells who asked that they may ask again. */
export const lapseRequestsWork = (needs: LapseRequestsNeeds): DueWork => ({
  name: 'lapse-access-requests',
  every: hours(1),
  runDue: async (now) => {
    const askedBefore = before(now, needs.settings.organisations.accessRequestLife);
    return eachApart(await listLapsed(needs.database, askedBefore, atOnce), (id) =>
      inTransaction(needs.database, (tx) => lapseOne(needs, tx, id, now)),
    );
  },
});

const atOnce = 100;

async function lapseOne(needs: LapseRequestsNeeds, tx: Tx, id: AccessRequestId, now: Date): Promise<number> {
  const request = await lapse(tx, id, now);
  if (!request) return 0;
  const organisation = await findById(tx, request.branchId ?? request.organisationId);
  if (!organisation) throw new Error('an organisation vanished while access to it was asked for');
  const accountId = (request.accountId ?? undefined) as AccountId | undefined;
  await tellLapsed(needs, tx, organisation, { ...request, accountId });
  await needs.audit.record(tx, {
    action: 'access-request-lapsed',
    actor: 'system',
    ...(accountId && { subject: accountId }),
    organisation: organisation.parentId ?? organisation.id,
    record: { type: 'access-request', id: request.id },
  });
  return 1;
}
