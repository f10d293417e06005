import type { Tx } from '../../platform/database/database.ts';
import type { ArticleId } from './article.ts';
import { numbered, slugOf } from './slug.ts';

/** Takes an address that no other article has or ever had; one of its own it may have again. */
export async function takeAddress(tx: Tx, articleId: ArticleId, title: string, now: Date): Promise<string> {
  const slug = slugOf(title, 'article');
  for (let number = 1; ; number += 1) {
    const wanted = numbered(slug, number);
    if ((await ownerOf(tx, articleId, wanted, now)) === articleId) return wanted;
  }
}

/** Takes exactly this address, as a file names it; false when another article has it. */
export const takeExactly = async (tx: Tx, articleId: ArticleId, slug: string, now: Date): Promise<boolean> =>
  (await ownerOf(tx, articleId, slug, now)) === articleId;

/** Whoever comes first has it, for good. */
async function ownerOf(tx: Tx, articleId: ArticleId, slug: string, now: Date): Promise<string> {
  await tx
    .insertInto('article_address')
    .values({ slug, article_id: articleId, since: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const { owner } = await tx
    .selectFrom('article_address')
    .select('article_id as owner')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return owner;
}

/** What was never public needs no address but its newest. */
export const dropOtherAddresses = (tx: Tx, articleId: ArticleId, kept: string) =>
  tx.deleteFrom('article_address').where('article_id', '=', articleId).where('slug', '!=', kept).execute();
