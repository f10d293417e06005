import type { ReactNode } from 'react';
import type { Settings } from '../../../platform/settings/settings.ts';
import { EmptyState, Heading, List, type Page, Pagination, Paragraph } from '../../../ui/index.ts';
import { articleAddress, categoryAddress, helpAddress, helpSearchAddress } from '../../addresses.ts';
import type { Category } from '../../articles/article.ts';
import type { ListedArticle } from '../../articles/published.store.ts';
import { SearchBox } from '../../search-box.tsx';
import { AskAPerson } from '../ask-a-person.tsx';
import { Marked } from './marked.tsx';
import { longestQuery } from './read-query.ts';
import type { SearchWords } from './search.words.ts';
import { type FoundArticle, mostFound } from './search-articles.ts';
import type { HelpSearch } from './search-help.ts';

interface SearchPageProps {
  /** As it was typed, and no longer than is searched for. */
  query: string;
  isCut: boolean;
  result: HelpSearch;
  support: Settings['support'];
  notices?: ReactNode;
}

export const searchPage = (
  { query, isCut, result, support, notices }: SearchPageProps,
  words: SearchWords,
): Page => ({
  title: query ? words.titleFor(query) : words.title,
  back: { href: helpAddress, label: words.allHelp },
  body: (
    <>
      {notices}
      <Heading>{words.title}</Heading>
      <SearchBox label={words.label} button={words.button} value={query} />
      {isCut ? <Paragraph>{words.long(longestQuery)}</Paragraph> : null}
      <Result query={query} result={result} words={words} />
      <AskAPerson support={support} searched={query} />
    </>
  ),
});

function Result({ query, result, words }: { query: string; result: HelpSearch; words: SearchWords }) {
  switch (result.outcome) {
    case 'nothing-asked':
      return (
        <>
          <Paragraph>{words.empty}</Paragraph>
          <Instead heading={words.nothing.questions} articles={result.questions} />
        </>
      );
    case 'nothing-found':
      return (
        <>
          <EmptyState heading={words.nothing.heading(query)}>
            <List items={words.nothing.advice} />
          </EmptyState>
          <Instead heading={words.nothing.nearest} articles={result.nearest}>
            <Paragraph>{words.nothing.guess}</Paragraph>
          </Instead>
          <Categories categories={result.categories} heading={words.nothing.categories} />
          <Instead heading={words.nothing.questions} articles={result.questions} />
        </>
      );
    case 'found':
      return <Found query={query} result={result} words={words} />;
  }
}

interface InsteadProps {
  heading: string;
  articles: readonly ListedArticle[];
  children?: ReactNode;
}

const Instead = ({ heading, articles, children }: InsteadProps) =>
  articles.length === 0 ? null : (
    <>
      <Heading level={2}>{heading}</Heading>
      {children}
      <List
        items={articles.map(({ slug, category, title }) => (
          <a key={slug} href={articleAddress(category, slug)}>
            {title}
          </a>
        ))}
      />
    </>
  );

const Categories = ({ heading, categories }: { heading: string; categories: readonly Category[] }) =>
  categories.length === 0 ? null : (
    <>
      <Heading level={2}>{heading}</Heading>
      <List
        items={categories.map(({ slug, title }) => (
          <a key={slug} href={categoryAddress(slug)}>
            {title}
          </a>
        ))}
      />
    </>
  );

interface FoundProps {
  query: string;
  result: Extract<HelpSearch, { outcome: 'found' }>;
  words: SearchWords;
}

function Found({ query, result, words }: FoundProps) {
  const { articles, total, corrected, page, pages } = result;
  const hrefOf = (other: number) =>
    `${helpSearchAddress}?${new URLSearchParams({ q: query, page: String(other) })}`;
  return (
    <>
      <Heading level={2}>{words.found(total, mostFound)}</Heading>
      {corrected ? (
        <Paragraph>
          {words.corrected} <strong>{corrected}</strong>
        </Paragraph>
      ) : null}
      {pages > 1 ? <Paragraph>{words.page(page, pages)}</Paragraph> : null}
      <ol className="nhsuk-list gh-results">
        {articles.map((article) => (
          <li key={article.slug}>
            <FoundOne article={article} words={words} />
          </li>
        ))}
      </ol>
      <Pagination current={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

const FoundOne = ({ article, words }: { article: FoundArticle; words: SearchWords }) => (
  <>
    <h3 className="nhsuk-heading-s gh-results__title">
      <a href={articleAddress(article.category, article.slug)}>
        <Marked pieces={article.titlePieces} />
      </a>
    </h3>
    <p className="gh-results__excerpt">
      <Marked pieces={article.excerpt} />
    </p>
    <p className="gh-note">{words.in(article.categoryTitle)}</p>
  </>
);
