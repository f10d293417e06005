import { Heading, List, Paragraph } from '../../ui/index.ts';
import { articleAddress } from '../addresses.ts';
import { offeredAddress } from './ask.addresses.ts';
import type { AskWords } from './ask.words.ts';

export interface OfferedArticle {
  slug: string;
  category: string;
  title: string;
}

/** Articles that may answer it, beside the form and never before it. The browser code adds what fits the words typed. */
export const OfferedArticles = ({
  articles,
  words,
}: {
  articles: readonly OfferedArticle[];
  words: AskWords;
}) => (
  <section
    className="gh-offered"
    data-offered={offeredAddress}
    hidden={articles.length === 0}
    aria-live="polite"
  >
    <Heading level={2} size="s">
      {words.form.articles}
    </Heading>
    <Paragraph small>{words.form.articlesHint}</Paragraph>
    <ArticleLinks articles={articles} />
  </section>
);

export const ArticleLinks = ({ articles }: { articles: readonly OfferedArticle[] }) => (
  <List
    items={articles.map(({ category, slug, title }) => (
      <a key={slug} href={`${articleAddress(category, slug)}?from=asking`} target="_blank" rel="noreferrer">
        {title}
      </a>
    ))}
  />
);
