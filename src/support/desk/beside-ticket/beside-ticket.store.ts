import type { AccountId, OrganisationId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { Ticket, TicketState } from '../../tickets/ticket.ts';

export interface EarlierTicket {
  reference: string;
  title: string;
  subjectKey: string;
  state: TicketState;
  createdAt: Date;
}

/** Other tickets of the same address, or about the same account, the newest first. */
export const listEarlierTickets = (db: Queryable, ticket: Ticket, atMost: number): Promise<EarlierTicket[]> =>
  db
    .selectFrom('ticket')
    .select(['reference', 'title', 'subject_key as subjectKey', 'state', 'created_at as createdAt'])
    .where('id', '<>', ticket.id)
    .where((eb) =>
      eb.or([
        eb('requester_id', '=', ticket.requesterId),
        ...(ticket.accountId ? [eb('account_id', '=', ticket.accountId)] : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost)
    .execute();

/** The practice that an organisation is, or belongs to; nothing for the operator. */
export const findPractice = (
  db: Queryable,
  id: OrganisationId,
): Promise<{ id: OrganisationId; name: string; code: string | null } | undefined> =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'code'])
    .where((eb) =>
      eb(
        'id',
        '=',
        eb
          .selectFrom('organisation as held')
          .select((inner) => inner.fn.coalesce('held.parent_id', 'held.id').as('practice'))
          .where('held.id', '=', id)
          .where('held.kind', '<>', 'operator'),
      ),
    )
    .$castTo<{ id: OrganisationId; name: string; code: string | null }>()
    .executeTakeFirst();

/** Where somebody has belonged longest; for tickets that name no organisation. */
export const findUsualOrganisation = async (
  db: Queryable,
  account: AccountId,
): Promise<OrganisationId | undefined> =>
  (
    await db
      .selectFrom('membership')
      .select('organisation_id')
      .where('account_id', '=', account)
      .where('service', '<>', 'support')
      .where('ended_at', 'is', null)
      .orderBy('since')
      .limit(1)
      .executeTakeFirst()
  )?.organisation_id as OrganisationId | undefined;
