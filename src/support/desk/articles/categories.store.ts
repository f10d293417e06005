import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { Category, CategoryId } from '../../articles/article.ts';
import { selectCategories } from '../../articles/category.store.ts';

/** Whether it is there, and stays for as long as this transaction. */
export const holdCategory = async (tx: Tx, id: CategoryId): Promise<boolean> =>
  (await tx
    .selectFrom('article_category')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()) !== undefined;

export const takeCategory = (tx: Tx, id: CategoryId): Promise<Category | undefined> =>
  selectCategories(tx).where('id', '=', id).forUpdate().executeTakeFirst();

export const findCategoryById = (db: Queryable, id: CategoryId): Promise<Category | undefined> =>
  selectCategories(db).where('id', '=', id).executeTakeFirst();

export interface FilledCategory extends Category {
  /** In any state; a draft that would move an article there counts too. */
  articles: number;
}

const newestIn = (db: Queryable) =>
  db
    .selectFrom('article_version')
    .distinctOn('article_id')
    .select(['article_id', 'category_id'])
    .orderBy('article_id')
    .orderBy('number', 'desc');

const articlesIn = (db: Queryable) =>
  db
    .selectFrom('article')
    .select(['id as article_id', 'category_id'])
    .union(db.selectFrom(newestIn(db).as('newest')).select(['article_id', 'category_id']));

export const listFilledCategories = (db: Queryable): Promise<FilledCategory[]> =>
  selectCategories(db)
    .leftJoin(articlesIn(db).as('held'), 'held.category_id', 'article_category.id')
    .select((eb) => eb.fn.count<number>('held.article_id').as('articles'))
    .groupBy('article_category.id')
    .orderBy('article_category.position')
    .orderBy('article_category.title')
    .$castTo<FilledCategory>()
    .execute();

export const countArticlesIn = async (db: Queryable, id: CategoryId): Promise<number> =>
  (
    await db
      .selectFrom(articlesIn(db).as('held'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('held.category_id', '=', id)
      .executeTakeFirstOrThrow()
  ).count;

/** Old versions that were in it are remembered in the category that their article is in now. */
export async function removeCategoryRow(tx: Tx, id: CategoryId): Promise<void> {
  await tx
    .updateTable('article_version')
    .from('article')
    .set((eb) => ({ category_id: eb.ref('article.category_id') }))
    .whereRef('article.id', '=', 'article_version.article_id')
    .where('article_version.category_id', '=', id)
    .execute();
  await tx.deleteFrom('article_category').where('id', '=', id).execute();
}
