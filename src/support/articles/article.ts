import type { AccountId, Id } from '../../kernel/ids.ts';

export type ArticleId = Id<'article'>;
export type CategoryId = Id<'article-category'>;

/** `draft`: never public until now. `archived`: was public, and its address says that it is not any more. */
export type ArticleState = 'draft' | 'published' | 'archived';

/** What an editor writes, version by version. */
export interface ArticleText {
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
  /** Other words people look for it by. */
  keywords: readonly string[];
  categoryId: CategoryId;
  isQuestion: boolean;
}

/** As the public reads it; of one that was never public, as its newest draft has it. */
export interface Article extends ArticleText {
  id: ArticleId;
  slug: string;
  state: ArticleState;
  position: number;
  versionNumber: number;
  ownerId: AccountId | null;
  /** A day, like `2026-03-02`. */
  reviewOn: string | null;
  /** The file it came with, like `accounts/my-account-is-locked`. */
  source: string | null;
  publishedAt: Date | null;
  modifiedAt: Date;
}

export interface ArticleVersion extends ArticleText {
  articleId: ArticleId;
  number: number;
  /** What the editor says was changed. */
  note: string;
  fromFile: boolean;
  writtenBy: AccountId | null;
  writtenAt: Date;
  publishedAt: Date | null;
}

export interface Category {
  id: CategoryId;
  slug: string;
  title: string;
  description: string;
  position: number;
}

/** Whether a version is what the public reads just now. */
export const isPublic = (
  { state, versionNumber }: Pick<Article, 'state' | 'versionNumber'>,
  version: Pick<ArticleVersion, 'number'>,
): boolean => state === 'published' && versionNumber === version.number;

export const longest = { title: 200, summary: 300, body: 20_000, keywords: 600, note: 200 };

export const hasSameText = (one: ArticleText, other: ArticleText): boolean =>
  JSON.stringify(textOf(one)) === JSON.stringify(textOf(other));

export const textOf = ({ title, summary, body, keywords, categoryId, isQuestion }: ArticleText) => ({
  title,
  summary,
  body,
  keywords,
  categoryId,
  isQuestion,
});
