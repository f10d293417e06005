import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** What is searched, by how much it tells: title, keywords, summary, body. */
export interface IndexedTexts {
  title: string;
  keywords: string;
  summary: string;
  body: string;
}

/** The words under which it was found until now; none when it was not found. Who changes them next waits for this. */
export async function findIndexedText(tx: Tx, articleId: string): Promise<string> {
  const row = await tx
    .selectFrom('article')
    .select('search_text')
    .where('id', '=', articleId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.search_text ?? '';
}

/** Before the words of title and keywords, which stand in the index once more, so that articles about something are told from those that mention it. */
export const headlineMark = '=';

/** All texts are folded already. */
export const updateIndex = (tx: Tx, articleId: string, texts: IndexedTexts) =>
  tx
    .updateTable('article')
    .set({
      search: sql`setweight(to_tsvector('english', ${texts.title}), 'A')
        || setweight(to_tsvector('english', ${texts.keywords}), 'B')
        || setweight(to_tsvector('english', ${texts.summary}), 'C')
        || setweight(to_tsvector('english', ${texts.body}), 'D')
        || array_to_tsvector(ARRAY(
             SELECT ${headlineMark}::text || lexeme FROM unnest(to_tsvector('english', ${`${texts.title} ${texts.keywords}`}))))`,
      search_text: [texts.title, texts.keywords, texts.summary, texts.body].join(' ').trim(),
    })
    .where('id', '=', articleId)
    .execute();

/** Words that stop nobody ("the", "and") have no stem and are not kept. Always in one order, so that two articles wait and do not clash. */
export async function changeWordCounts(
  tx: Tx,
  changes: readonly { word: string; by: number }[],
): Promise<void> {
  const words = changes.map(({ word }) => word);
  const steps = changes.map(({ by }) => by);
  await sql`
    INSERT INTO article_word AS known (word, stem, articles)
    SELECT changed.word, stemmed.stem, changed.step
      FROM unnest(${words}::text[], ${steps}::integer[]) AS changed (word, step),
           LATERAL (SELECT lexeme AS stem FROM unnest(to_tsvector('english', changed.word)) LIMIT 1) AS stemmed
     ORDER BY changed.word
    ON CONFLICT (word) DO UPDATE SET articles = known.articles + excluded.articles`.execute(tx);
  await sql`DELETE FROM article_word WHERE word = ANY(${words}::text[]) AND articles <= 0`.execute(tx);
}
