import { sql } from 'kysely';
import type { Ids, OrganisationId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';

/** Any number will do, as long as every node takes the same one. */
const onlyOne = 7_310_442;

/** The one organisation that runs the service, and that its support staff belong to; made when first asked for. */
export async function ensureOperator(
  needs: { ids: Ids; settings: Pick<Settings, 'service'> },
  tx: Tx,
): Promise<OrganisationId> {
  const known = await findOperator(tx);
  if (known) return known;
  await sql`SELECT pg_advisory_xact_lock(${onlyOne})`.execute(tx);
  const made = await findOperator(tx);
  return made ?? (await addOperator(tx, needs.ids.next(), needs.settings.service.operator));
}

export const findOperator = async (db: Queryable): Promise<OrganisationId | undefined> =>
  (await db.selectFrom('organisation').select('id').where('kind', '=', 'operator').executeTakeFirst())?.id as
    | OrganisationId
    | undefined;

async function addOperator(tx: Tx, id: OrganisationId, name: string): Promise<OrganisationId> {
  await tx.insertInto('organisation').values({ id, kind: 'operator', name, status: 'active' }).execute();
  return id;
}
