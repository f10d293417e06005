import type { ReactNode } from 'react';
import type { Settings } from '../../../platform/settings/settings.ts';
import { EmptyState, Heading, type Page, Paragraph } from '../../../ui/index.ts';
import { helpAddress } from '../../addresses.ts';
import { SearchBox } from '../../search-box.tsx';
import { AskAPerson } from '../ask-a-person.tsx';
import { ArticleList } from './article-list.tsx';
import type { ReadCategory } from './read-help.ts';
import type { ReadHelpWords } from './read-help.words.ts';

interface CategoryProps extends ReadCategory {
  /** What is known to be wrong just now. */
  notices: ReactNode;
  support: Settings['support'];
}

export const categoryPage = (
  { category, articles, notices, support }: CategoryProps,
  words: ReadHelpWords,
): Page => ({
  title: category.title,
  back: { href: helpAddress, label: words.allHelp },
  body: (
    <>
      {notices}
      <Heading>{category.title}</Heading>
      {category.description ? <Paragraph lead>{category.description}</Paragraph> : null}
      {articles.length > 0 ? (
        <ArticleList articles={articles} summaries />
      ) : (
        <EmptyState heading={words.emptyCategory.heading}>
          <p>{words.emptyCategory.text}</p>
        </EmptyState>
      )}
      <SearchBox {...words.search} />
      <AskAPerson support={support} />
    </>
  ),
});
