import type { ArticleId } from '../../src/support/articles/article.ts';
import type { Portal } from './portal.ts';

interface PublishedArticle {
  slug: string;
  title: string;
  category?: string;
  ownerId?: string;
}

/** An article that the public reads, at /help/accounts/… unless told otherwise. */
export async function addPublishedArticle(
  { needs }: Pick<Portal, 'needs'>,
  { slug, title, category = 'accounts', ownerId }: PublishedArticle,
): Promise<{ id: ArticleId; address: string }> {
  const { database, ids, clock } = needs;
  const [id, now] = [ids.next<'article'>(), clock.now()];
  await database
    .insertInto('article_category')
    .values({ id: ids.next(), slug: category, title: 'Your account', created_at: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const { categoryId } = await database
    .selectFrom('article_category')
    .select('id as categoryId')
    .where('slug', '=', category)
    .executeTakeFirstOrThrow();
  await database
    .insertInto('article')
    .values({
      id,
      slug,
      category_id: categoryId,
      state: 'published',
      title,
      body: 'Do this, then that.',
      version_number: 1,
      owner_id: ownerId ?? null,
      published_at: now,
      modified_at: now,
      created_at: now,
    })
    .execute();
  await database.insertInto('article_address').values({ slug, article_id: id, since: now }).execute();
  return { id, address: `/help/${category}/${slug}` };
}
