import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

/** The address of a practice itself, and how staff came to trust it. */
export interface PracticeMailbox {
  address: string;
  provenAt: Date | null;
  provenHow: string | null;
}

/** Nothing for a practice that named none. */
export async function findMailbox(
  db: Queryable,
  practice: OrganisationId,
): Promise<PracticeMailbox | undefined> {
  const row = await db
    .selectFrom('organisation')
    .select(['mailbox', 'mailbox_proven_at as provenAt', 'mailbox_proven_how as provenHow'])
    .where('id', '=', practice)
    .executeTakeFirst();
  return row?.mailbox
    ? { address: row.mailbox, provenAt: row.provenAt, provenHow: row.provenHow }
    : undefined;
}
