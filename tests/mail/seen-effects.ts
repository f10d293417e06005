import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';
import type { AnsweredTicket } from '../support/golden-mail.ts';

export interface SeenEffect {
  /** How it ended and, where nothing or only little came of it, why. */
  effect: string;
  /** The title of its ticket, or that it is the first one. */
  ticket: string;
  /** How what was written begins. */
  begins: string;
  files: string;
}

/** What came of every mail after the first so many, in the order they came. */
export async function seenEffects(
  database: Database,
  { reference }: AnsweredTicket,
  after: number,
): Promise<SeenEffect[]> {
  const { rows } = await sql<SeenEffect>`
    SELECT concat_ws(' ', m.state, m.effect, m.problem) AS effect,
           CASE WHEN t.reference = ${reference} THEN 'the first' ELSE coalesce(t.title, '') END AS ticket,
           replace(coalesce(left(w.body, 40), ''), E'\n', '/') AS begins,
           coalesce((SELECT string_agg(concat_ws(' ', a.name, a.because), ', ' ORDER BY a.name)
                       FROM attachment a WHERE a.message_id = w.id), '') AS files
      FROM mail_in m LEFT JOIN ticket t ON t.id = m.ticket_id LEFT JOIN ticket_message w ON w.mail_in_id = m.id
     WHERE m.uid > ${after} ORDER BY m.uid`.execute(database);
  return rows.map((row) => ({
    ...row,
    ticket: row.ticket
      .replace(/GH-\w{4}-\w{4}/, 'REFERENCE')
      .slice(0, 40)
      .trim(),
    begins: row.begins.trim(),
    files: row.files.replaceAll(' not-scanned', ''),
  }));
}
