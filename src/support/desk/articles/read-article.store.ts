import type { Queryable } from '../../../platform/database/database.ts';
import type { ArticleId } from '../../articles/article.ts';

export interface ListedVersion {
  number: number;
  writer: string | null;
  fromFile: boolean;
  note: string;
  writtenAt: Date;
  publishedAt: Date | null;
}

export const listVersions = (db: Queryable, id: ArticleId): Promise<ListedVersion[]> =>
  db
    .selectFrom('article_version')
    .leftJoin('account', 'account.id', 'article_version.written_by')
    .select([
      'article_version.number',
      'account.full_name as writer',
      'article_version.from_file as fromFile',
      'article_version.note',
      'article_version.written_at as writtenAt',
      'article_version.published_at as publishedAt',
    ])
    .where('article_version.article_id', '=', id)
    .orderBy('article_version.number', 'desc')
    .execute();

export const findNameOf = async (db: Queryable, accountId: string | null): Promise<string | undefined> =>
  accountId === null
    ? undefined
    : (await db.selectFrom('account').select('full_name').where('id', '=', accountId).executeTakeFirst())
        ?.full_name;
