import { type SqlBool, sql } from 'kysely';
import { type Database, inTransaction, type Queryable } from '../../platform/database/database.ts';
import { asOrganisation, selectOrganisations } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';

const openFirst = sql`(status <> 'active')`;
const practicesFirst = sql`(kind <> 'practice')`;

/** A first half alone must end where the second would begin: TS1 is not TS18. */
export async function searchByPostcode(
  db: Queryable,
  postcode: string,
  atMost: number,
): Promise<Organisation[]> {
  const isWhole = /\d[A-Z]{2}$/.test(postcode);
  const rows = await selectOrganisations(db)
    .where(sql<string>`replace(postcode, ' ', '')`, 'like', isWhole ? postcode : `${postcode}___`)
    .orderBy(openFirst)
    .orderBy(practicesFirst)
    .orderBy('name')
    .limit(atMost)
    .execute();
  return rows.map(asOrganisation);
}

/** Those that hold every word in name or address; when none does, those that come nearest to the spelling. */
export async function searchByName(db: Database, words: string, atMost: number): Promise<Organisation[]> {
  const exact = await holdingEveryWord(db, words, atMost);
  return exact.length > 0 ? exact : nearest(db, words, atMost);
}

async function holdingEveryWord(db: Queryable, words: string, atMost: number): Promise<Organisation[]> {
  const rows = await words
    .split(' ')
    .slice(0, 12)
    .reduce((query, word) => query.where('search_text', 'like', `%${word}%`), selectOrganisations(db))
    .orderBy(openFirst)
    .orderBy(sql`search_text LIKE ${`${words}%`} DESC`)
    .orderBy(practicesFirst)
    .orderBy(sql`word_similarity(${words}, search_text) DESC, name`)
    .limit(atMost)
    .execute();
  return rows.map(asOrganisation);
}

const nearest = (db: Database, words: string, atMost: number): Promise<Organisation[]> =>
  inTransaction(db, async (tx) => {
    await sql`SET LOCAL pg_trgm.word_similarity_threshold = 0.5`.execute(tx);
    const rows = await selectOrganisations(tx)
      .where(sql<SqlBool>`${words} <% search_text`)
      .orderBy(openFirst)
      .orderBy(sql`word_similarity(${words}, search_text) DESC, name`)
      .limit(atMost)
      .execute();
    return rows.map(asOrganisation);
  });
