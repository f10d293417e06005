import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import type { Category, CategoryId } from '../../articles/article.ts';
import { addCategory, lastCategoryPosition, saveCategory } from '../../articles/category.store.ts';
import { isOurPage, numbered, slugOf } from '../../articles/slug.ts';
import { writeArticles } from '../../policy.ts';
import {
  countArticlesIn,
  type FilledCategory,
  findCategoryById,
  listFilledCategories,
  removeCategoryRow,
  takeCategory,
} from './categories.store.ts';
import type { WriteNeeds } from './write-article.ts';

export interface CategoryText {
  title: string;
  description: string;
  /** At the end where nothing was typed. */
  position: number | undefined;
}

export async function readCategories(
  { database }: { database: Database },
  actor: Actor | undefined,
): Promise<FilledCategory[]> {
  ask(writeArticles, actor, undefined);
  return listFilledCategories(database);
}

export async function readCategoryToChange(
  { database }: { database: Database },
  actor: Actor | undefined,
  id: string,
): Promise<Category> {
  ask(writeArticles, actor, undefined);
  const category = isId(id) ? await findCategoryById(database, id as CategoryId) : undefined;
  if (!category) throw new NotFound('category');
  return category;
}

/** Its address comes from its first title, and stays. */
export async function createCategory(
  needs: WriteNeeds,
  actor: Actor | undefined,
  { title, description, position }: CategoryText,
): Promise<'category-added'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const id = needs.ids.next<'article-category'>();
    const place = position ?? (await lastCategoryPosition(tx)) + 1;
    const category = { id, title, description, position: place };
    for (let number = 1; !(await addNumbered(needs, tx, category, number)); number += 1);
    const record = { type: 'article-category', id };
    await needs.audit.record(tx, { action: 'category-added', actor, record });
    return 'category-added' as const;
  });
}

async function addNumbered(
  { clock }: WriteNeeds,
  tx: Tx,
  category: Omit<Category, 'slug'>,
  number: number,
): Promise<boolean> {
  const slug = numbered(slugOf(category.title, 'subject'), number);
  return !isOurPage(slug) && addCategory(tx, { ...category, slug }, clock.now());
}

export async function changeCategory(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
  { title, description, position }: CategoryText,
): Promise<'category-changed'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const category = await takeOrMiss(tx, id);
    const place = position ?? category.position;
    await saveCategory(tx, category.id, { title, description, position: place });
    const record = { type: 'article-category', id: category.id };
    await needs.audit.record(tx, { action: 'category-changed', actor, record });
    return 'category-changed' as const;
  });
}

export async function removeCategory(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<'category-removed' | 'category-not-empty'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const category = await takeOrMiss(tx, id);
    if ((await countArticlesIn(tx, category.id)) > 0) return 'category-not-empty';
    await removeCategoryRow(tx, category.id);
    const record = { type: 'article-category', id: category.id };
    await needs.audit.record(tx, { action: 'category-removed', actor, record });
    return 'category-removed';
  });
}

async function takeOrMiss(tx: Tx, id: string): Promise<Category> {
  const category = isId(id) ? await takeCategory(tx, id as CategoryId) : undefined;
  if (!category) throw new NotFound('category');
  return category;
}
