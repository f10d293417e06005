import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { AccountId } from '../../../kernel/ids.ts';
import { type Database, inTransaction, type Queryable } from '../../../platform/database/database.ts';

export interface FoundPerson {
  id: AccountId;
  name: string;
  email: string;
  state: 'invited' | 'active' | 'deactivated' | 'closed';
  organisations: string | null;
  isStaff: boolean;
}

/** What was typed, in the spellings that names, addresses and organisations are kept in. */
export interface PeopleQuery {
  /** Folded words, each of which a name must hold. */
  words: readonly string[];
  /** The whole text in small letters, part of an address or a username. */
  part: string;
  /** An organisation's code, where it could be one. */
  code: string | undefined;
}

/** Whoever is called so, writes from such an address, or belongs to such an organisation; names first. */
export async function searchPeople(
  db: Queryable,
  query: PeopleQuery,
  atMost: number,
): Promise<FoundPerson[]> {
  const part = `%${escaped(query.part)}%`;
  const { rows } = await sql<FoundPerson>`
    WITH found AS (
      (SELECT id, 0 AS rank FROM account WHERE home = 'portal' AND ${holdsWords(sql`search_fold(full_name)`, query.words)} LIMIT ${atMost})
      UNION ALL
      (SELECT account_id, 1 FROM account_email WHERE canonical LIKE ${part} LIMIT ${atMost})
      UNION ALL
      (SELECT account_id, 1 FROM login_name
        WHERE kind = 'username' AND retired_at IS NULL AND canonical LIKE ${part} LIMIT ${atMost})
      UNION ALL
      (SELECT m.account_id, 2 FROM organisation o JOIN membership m ON m.organisation_id = o.id AND m.ended_at IS NULL
        WHERE o.code = ${query.code ?? null} OR (${holdsWords(sql`o.search_text`, query.words)}) LIMIT ${atMost}))
    ${shown} JOIN (SELECT id, min(rank) AS rank FROM found GROUP BY id) AS best ON best.id = a.id
    ORDER BY best.rank, a.full_name, a.id LIMIT ${atMost}`.execute(db);
  return rows;
}

/** Whose address it is now. A whole address says exactly whom, and needs no search through all of them. */
export async function findPersonByAddress(db: Queryable, canonical: string): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`${shown} WHERE e.canonical = ${canonical}`.execute(db);
  return rows;
}

/** Whose name is spelt nearly so, nearest first. */
export const searchPeopleNearly = (db: Database, words: string, atMost: number): Promise<FoundPerson[]> =>
  inTransaction(db, async (tx) => {
    await sql`SET LOCAL pg_trgm.word_similarity_threshold = 0.4`.execute(tx);
    const { rows } = await sql<FoundPerson>`
      ${shown} WHERE ${words} <% search_fold(a.full_name)
      ORDER BY word_similarity(${words}, search_fold(a.full_name)) DESC, a.full_name LIMIT ${atMost}`.execute(
      tx,
    );
    return rows;
  });

const shown = sql`
  SELECT a.id, a.full_name AS name, e.typed AS email, a.state,
         (SELECT string_agg(DISTINCT o.name, ', ' ORDER BY o.name) FROM membership m
            JOIN organisation o ON o.id = m.organisation_id
           WHERE m.account_id = a.id AND m.ended_at IS NULL AND o.kind <> 'operator') AS organisations,
         EXISTS (SELECT FROM membership m
                  WHERE m.account_id = a.id AND m.ended_at IS NULL AND m.service = 'support') AS "isStaff"
    FROM account a JOIN account_email e ON e.account_id = a.id AND e.state = 'current'`;

/** Written as separate conditions, because each can use the index and a list of patterns cannot. */
const holdsWords = (text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> =>
  words.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`${sql.join(
        words.map((word) => sql`${text} LIKE ${`%${escaped(word)}%`}`),
        sql` AND `,
      )}`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
