import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { AccessRequest, AccessRequestId } from '../access-request.ts';
import type { Place } from '../policy.ts';

/** A request as administrators see it: with the branch by name, and who decided. */
export interface ListedRequest extends AccessRequest {
  branchName: string | undefined;
  decided: { at: Date; by: string | undefined; reason: string | undefined } | undefined;
}

const selectRequests = (db: Queryable, { practiceId, branchId }: Place) =>
  db
    .selectFrom('access_request')
    .leftJoin('organisation as branch', 'branch.id', 'access_request.branch_id')
    .leftJoin('account as decider', 'decider.id', 'access_request.decided_by')
    .select([
      'access_request.id',
      'access_request.organisation_id as organisationId',
      'access_request.branch_id as branchId',
      'access_request.account_id as accountId',
      'access_request.full_name as fullName',
      'access_request.email_typed as email',
      'access_request.email_canonical as emailCanonical',
      'access_request.note',
      'access_request.language',
      'access_request.created_at as createdAt',
      'access_request.state',
      'branch.name as branchName',
      'access_request.decided_at as decidedAt',
      'access_request.decision_reason as decisionReason',
      'decider.full_name as decidedBy',
    ])
    .where('access_request.organisation_id', '=', practiceId)
    .$if(branchId !== undefined, (query) =>
      query.where('access_request.branch_id', '=', branchId as OrganisationId),
    );

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>;

const asRequest = ({
  decidedAt,
  decidedBy,
  decisionReason,
  branchName,
  ...row
}: RequestRow): ListedRequest => ({
  ...row,
  id: row.id as AccessRequestId,
  organisationId: row.organisationId as OrganisationId,
  branchId: (row.branchId ?? undefined) as OrganisationId | undefined,
  accountId: (row.accountId ?? undefined) as AccountId | undefined,
  state: row.state as AccessRequest['state'],
  branchName: branchName ?? undefined,
  decided: decidedAt
    ? { at: decidedAt, by: decidedBy ?? undefined, reason: decisionReason ?? undefined }
    : undefined,
});

/** Everybody who waits, the longest first. */
export const listWaiting = async (db: Queryable, place: Place): Promise<ListedRequest[]> =>
  (
    await selectRequests(db, place)
      .where('access_request.state', '=', 'waiting')
      .orderBy('access_request.created_at')
      .execute()
  ).map(asRequest);

/** What was decided, or lapsed, newest first. */
export const listDecided = async (db: Queryable, place: Place, atMost: number): Promise<ListedRequest[]> =>
  (
    await selectRequests(db, place)
      .where('access_request.state', '<>', 'waiting')
      .orderBy('access_request.decided_at', 'desc')
      .limit(atMost)
      .execute()
  ).map(asRequest);

/** A request to this practice, or branch; another's is not found. */
export async function findRequest(
  db: Queryable,
  place: Place,
  id: AccessRequestId,
): Promise<ListedRequest | undefined> {
  const row = await selectRequests(db, place).where('access_request.id', '=', id).executeTakeFirst();
  return row && asRequest(row);
}

/** Held against a second decision, and against lapsing meanwhile. */
export async function holdRequest(
  tx: Tx,
  place: Place,
  id: AccessRequestId,
): Promise<ListedRequest | undefined> {
  const row = await selectRequests(tx, place)
    .where('access_request.id', '=', id)
    .forUpdate('access_request')
    .executeTakeFirst();
  return row && asRequest(row);
}

export interface RequestDecision {
  state: 'approved' | 'refused';
  by: AccountId;
  reason: string | null;
  now: Date;
}

export const markDecided = (tx: Tx, id: AccessRequestId, { state, by, reason, now }: RequestDecision) =>
  tx
    .updateTable('access_request')
    .set({ state, decided_by: by, decided_at: now, decision_reason: reason })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirstOrThrow();

/** Requests that nobody decided in time. */
export const listLapsed = async (db: Queryable, askedBefore: Date, atMost: number) =>
  (
    await db
      .selectFrom('access_request')
      .select('id')
      .where('state', '=', 'waiting')
      .where('created_at', '<=', askedBefore)
      .orderBy('created_at')
      .limit(atMost)
      .execute()
  ).map(({ id }) => id as AccessRequestId);

/** Over, unless whoever decides it at this moment is first. */
export const lapse = (tx: Tx, id: AccessRequestId, now: Date) =>
  tx
    .updateTable('access_request')
    .set({ state: 'lapsed', decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning([
      'id',
      'organisation_id as organisationId',
      'branch_id as branchId',
      'account_id as accountId',
      'full_name as fullName',
      'email_typed as email',
      'email_canonical as emailCanonical',
      'language',
    ])
    .executeTakeFirst();
