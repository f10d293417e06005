import type { ReactNode } from 'react';
import type { Settings } from '../../../platform/settings/settings.ts';
import { Card, CardGroup, EmptyState, Heading, type Page, Paragraph } from '../../../ui/index.ts';
import { categoryAddress } from '../../addresses.ts';
import { SearchBox } from '../../search-box.tsx';
import { AskAPerson } from '../ask-a-person.tsx';
import { ArticleList } from './article-list.tsx';
import type { HelpStart } from './read-help.ts';
import type { ReadHelpWords } from './read-help.words.ts';

interface HelpProps extends HelpStart {
  support: Settings['support'];
  /** What is known to be wrong just now. */
  notices?: ReactNode;
}

/** The front door of the help centre. */
export const helpPage = (
  { categories, questions, notices, support }: HelpProps,
  words: ReadHelpWords,
): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      {notices}
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <SearchBox {...words.search} />
      {categories.length > 0 ? (
        <Categories categories={categories} words={words} />
      ) : (
        <EmptyState heading={words.empty.heading}>
          <p>{words.empty.text}</p>
        </EmptyState>
      )}
      {questions.length > 0 ? (
        <>
          <Heading level={2}>{words.questions}</Heading>
          <ArticleList articles={questions} />
        </>
      ) : null}
      <AskAPerson support={support} />
    </>
  ),
});

const Categories = ({ categories, words }: Pick<HelpProps, 'categories'> & { words: ReadHelpWords }) => (
  <>
    <Heading level={2}>{words.subjects}</Heading>
    <CardGroup>
      {categories.map(({ slug, title, description, articles }) => (
        <Card key={slug} level={3} href={categoryAddress(slug)} heading={title}>
          {description ? <p>{description}</p> : null}
          <p className="gh-note">{words.articles(articles)}</p>
        </Card>
      ))}
    </CardGroup>
  </>
);
