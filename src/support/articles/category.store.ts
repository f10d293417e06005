import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Category, CategoryId } from './article.ts';

export const selectCategories = (db: Queryable) =>
  db
    .selectFrom('article_category')
    .select([
      'article_category.id',
      'article_category.slug',
      'article_category.title',
      'article_category.description',
      'article_category.position',
    ])
    .$castTo<Category>();

export const listCategories = (db: Queryable): Promise<Category[]> =>
  selectCategories(db).orderBy('position').orderBy('title').execute();

export const findCategory = (db: Queryable, slug: string): Promise<Category | undefined> =>
  selectCategories(db).where('slug', '=', slug).executeTakeFirst();

export interface CountedCategory extends Category {
  /** Articles the public reads. */
  articles: number;
}

export const countedCategories = (db: Queryable): Promise<CountedCategory[]> =>
  selectCategories(db)
    .leftJoin('article', (join) =>
      join.onRef('article.category_id', '=', 'article_category.id').on('article.state', '=', 'published'),
    )
    .select((eb) => eb.fn.count<number>('article.id').as('articles'))
    .groupBy('article_category.id')
    .orderBy('article_category.position')
    .orderBy('article_category.title')
    .$castTo<CountedCategory>()
    .execute();

/** False when another category has this end of the address. */
export async function addCategory(tx: Tx, category: Category, now: Date): Promise<boolean> {
  const { id, slug, title, description, position } = category;
  const added = await tx
    .insertInto('article_category')
    .values({ id, slug, title, description, position, created_at: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export const lastCategoryPosition = async (db: Queryable): Promise<number> =>
  (
    await db
      .selectFrom('article_category')
      .select(sql<number>`coalesce(max(position), 0)`.as('last'))
      .executeTakeFirstOrThrow()
  ).last;

export const saveCategory = (
  tx: Tx,
  id: CategoryId,
  { title, description, position }: Pick<Category, 'title' | 'description' | 'position'>,
) => tx.updateTable('article_category').set({ title, description, position }).where('id', '=', id).execute();
