import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** What was typed, in the spellings that tickets are found by. */
export interface TicketSearch {
  /** A whole reference. */
  reference: string | undefined;
  /** Words of which each must be there, the last perhaps only begun: a tsquery. */
  words: string;
  text: string;
  /** Part of a name or an address, in small letters. */
  part: string;
  organisationCode: string | undefined;
}

/** Nobody reads through more; a word that everybody uses finds nothing. */
const mostFound = 1_000;
const mostRequesters = 200;

/** The tickets that a search finds, as `found`. Each spelling has an index of its own, which an OR of them would not use. */
export function foundTickets({
  reference,
  words,
  text,
  part,
  organisationCode,
}: TicketSearch): RawBuilder<unknown> {
  if (reference)
    return sql`WITH found AS MATERIALIZED (SELECT id FROM ticket WHERE reference = ${reference})`;
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  // One by one: joined, all tickets would be read to find those of nobody.
  const requesters = (which: RawBuilder<SqlBool>) => sql`
    (SELECT t.id FROM (SELECT id FROM requester WHERE ${which} LIMIT ${mostRequesters}) r,
         LATERAL (SELECT id FROM ticket WHERE requester_id = r.id ORDER BY created_at DESC LIMIT 50) t)`;
  const parts = [
    ...(words
      ? [sql`(SELECT id FROM ticket WHERE search @@ to_tsquery('simple', ${words}) LIMIT ${mostFound})`]
      : []),
    sql`(SELECT ticket_id FROM ticket_message
          WHERE search @@ plainto_tsquery('english', ${text}) LIMIT ${mostFound})`,
    ...(part.length > 2
      ? [requesters(sql`canonical LIKE ${pattern}`), requesters(sql`full_name ILIKE ${pattern}`)]
      : []),
    ...(organisationCode
      ? [
          sql`(SELECT t.id FROM ticket t JOIN organisation o ON o.id = t.organisation_id
                WHERE o.code = ${organisationCode} LIMIT ${mostFound})`,
        ]
      : []),
  ];
  return sql`WITH found AS MATERIALIZED (${sql.join(parts, sql` UNION `)})`;
}
