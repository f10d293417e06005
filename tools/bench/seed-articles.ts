import { readdir, readFile } from 'node:fs/promises';
import { systemClock } from '../../src/kernel/clock.ts';
import { createIds } from '../../src/kernel/ids.ts';
import {
  createDatabase,
  createPool,
  type Database,
  inTransaction,
} from '../../src/platform/database/database.ts';
import { indexArticle } from '../../src/support/articles/index-article.ts';
import { onDatabase } from './surroundings.ts';

const perTransaction = 100;
const sentencesInOne = 14;
const inventedWords = 5_000;
/** One word in so many is one that only some articles hold. */
const inventedEvery = 6;

/** Articles of the sentences of our own, with words among them that are as rare as words of a language are. */
export async function seedArticles(databaseUrl: string, count: number): Promise<void> {
  const pool = createPool({ url: databaseUrl, poolSize: 2, onIdleError: () => undefined });
  const database = createDatabase(pool);
  try {
    const sentences = await ownSentences();
    const random = numbersFrom(7);
    const categoryId = await addCategory(database);
    for (let from = 0; from < count; from += perTransaction)
      await addArticles(database, categoryId, from, Math.min(count, from + perTransaction), () =>
        textFrom(sentences, random),
      );
  } finally {
    await database.destroy();
  }
  await onDatabase(databaseUrl, (client) => client.query('VACUUM ANALYZE article, article_word'));
}

const ids = createIds(systemClock);

async function addCategory(database: Database): Promise<string> {
  const id = ids.next();
  await database
    .insertInto('article_category')
    .values({ id, slug: 'bench', title: 'Bench', created_at: systemClock.now() })
    .execute();
  return id;
}

interface Text {
  title: string;
  summary: string;
  body: string;
}

const addArticles = (database: Database, categoryId: string, from: number, to: number, text: () => Text) =>
  inTransaction(database, async (tx) => {
    const now = systemClock.now();
    const articles = Array.from({ length: to - from }, () => ({ id: ids.next(), keywords: [], ...text() }));
    await tx
      .insertInto('article')
      .values(
        articles.map((article, at) => ({
          ...article,
          slug: `bench-${from + at}`,
          category_id: categoryId,
          state: 'published' as const,
          version_number: 1,
          published_at: now,
          modified_at: now,
          created_at: now,
        })),
      )
      .execute();
    for (const article of articles) await indexArticle(tx, { ...article, isPublished: true });
  });

async function ownSentences(): Promise<string[]> {
  const files = (await readdir('content/help', { recursive: true })).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(files.map((name) => readFile(`content/help/${name}`, 'utf8')));
  return texts
    .flatMap((text) =>
      text
        .split('---')
        .slice(2)
        .join(' ')
        .split(/[.\n]+/),
    )
    .map((sentence) => sentence.replace(/[[\](){}*#\d]|\/[\w/-]+/g, '').trim())
    .filter((sentence) => sentence.split(' ').length > 3);
}

function textFrom(sentences: readonly string[], random: () => number): Text {
  const sentence = () => {
    const words = (sentences[Math.floor(random() * sentences.length)] ?? '').split(' ');
    return words.map((word) => (random() * inventedEvery < 1 ? inventedWord(random()) : word)).join(' ');
  };
  return {
    title: sentence().slice(0, 120),
    summary: `${sentence().slice(0, 200)}.`,
    body: Array.from({ length: sentencesInOne }, sentence).join('. '),
  };
}

const syllables = 'ba de fi go lu ma ne pi ro su ta ve wi xo zu'.split(' ');

/** The first ones often and the last ones hardly ever, as words are. */
function inventedWord(chance: number): string {
  const at = Math.floor(inventedWords ** chance);
  const word = [...at.toString(syllables.length)].map(
    (digit) => syllables[Number.parseInt(digit, syllables.length)],
  );
  return `${word.join('')}k`;
}

/** The same numbers at each run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
