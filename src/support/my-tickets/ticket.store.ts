import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { TicketId } from '../tickets/ticket.ts';

export const findOrganisationName = async (db: Queryable, id: OrganisationId): Promise<string | undefined> =>
  (await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst())?.name;

export const findMergedInto = async (db: Queryable, id: TicketId): Promise<string | undefined> =>
  (await db.selectFrom('ticket').select('reference').where('id', '=', id).executeTakeFirst())?.reference;
