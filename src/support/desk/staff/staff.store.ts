import type { AccountState, StaffRole } from '../../../identity/index.ts';
import type { AccountId, OrganisationId } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';

export interface StaffMember {
  id: AccountId;
  name: string;
  email: string;
  state: AccountState;
  role: StaffRole;
  since: Date;
  /** Whether they can log in as staff; until then they wait for the link they were sent. */
  isSetUp: boolean;
}

const staff = (db: Queryable, operator: OrganisationId) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .leftJoin('password', (join) =>
      join.onRef('password.account_id', '=', 'account.id').on('password.realm', '=', 'support'),
    )
    .select((eb) => [
      'account.id',
      'account.full_name as name',
      'account_email.typed as email',
      'account.state',
      'membership.role',
      'membership.since',
      eb('password.account_id', 'is not', null).as('isSetUp'),
    ])
    .where('membership.organisation_id', '=', operator)
    .where('membership.service', '=', 'support')
    .where('membership.ended_at', 'is', null)
    .$castTo<StaffMember>();

export const listStaff = (db: Queryable, operator: OrganisationId): Promise<StaffMember[]> =>
  staff(db, operator).orderBy('account.full_name').orderBy('account.id').execute();

export const findStaffMember = (db: Queryable, operator: OrganisationId, id: string) =>
  staff(db, operator).where('account.id', '=', id).executeTakeFirst();

/** Changes among the staff take turns, so that each decides on what the one before left. */
export const holdStaff = (tx: Tx, operator: OrganisationId) =>
  tx.selectFrom('organisation').select('id').where('id', '=', operator).forUpdate().execute();
