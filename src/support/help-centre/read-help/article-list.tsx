import { List } from '../../../ui/index.ts';
import { articleAddress } from '../../addresses.ts';
import type { ListedArticle } from '../../articles/published.store.ts';

/** Titles that lead to their articles, with what each is about where asked. */
export const ArticleList = ({
  articles,
  summaries,
}: {
  articles: readonly ListedArticle[];
  summaries?: boolean;
}) => (
  <List
    items={articles.map(({ category, slug, title, summary }) => (
      <>
        <a href={articleAddress(category, slug)}>{title}</a>
        {summaries && summary ? (
          <>
            <br />
            {summary}
          </>
        ) : null}
      </>
    ))}
  />
);
