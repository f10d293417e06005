import type { OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Registers an organisation of the register, keeping the date when it already is; gives its id. */
export async function markRegistered(
  tx: Tx,
  code: string,
  mailbox: string,
  now: Date,
): Promise<OrganisationId> {
  const row = await tx
    .updateTable('organisation')
    .set((eb) => ({ registered_at: eb.fn.coalesce('registered_at', eb.val(now)), mailbox }))
    .where('code', '=', code)
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as OrganisationId;
}
