import type { ReactNode } from 'react';
import type { Settings } from '../../../platform/settings/settings.ts';
import { Heading, type Page, Paragraph } from '../../../ui/index.ts';
import { categoryAddress, helpAddress } from '../../addresses.ts';
import { MarkdownText } from '../../articles/markdown-text.tsx';
import type { AddressedArticle, ListedArticle } from '../../articles/published.store.ts';
import { SearchBox } from '../../search-box.tsx';
import { AskAPerson } from '../ask-a-person.tsx';
import { ArticleList } from './article-list.tsx';
import type { ReadHelpWords } from './read-help.words.ts';

interface ArticleProps {
  article: AddressedArticle;
  related: readonly ListedArticle[];
  timeZone: string;
  support: Settings['support'];
  /** What is known to be wrong just now. */
  notices?: ReactNode;
  /** Where readers say whether it helped. */
  feedback?: ReactNode;
}

export const articlePage = (props: ArticleProps, words: ReadHelpWords): Page => ({
  title: props.article.title,
  back: { href: categoryAddress(props.article.category), label: props.article.categoryTitle },
  body: (
    <>
      {props.notices}
      <article>
        <Heading>{props.article.title}</Heading>
        {props.article.summary ? <Paragraph lead>{props.article.summary}</Paragraph> : null}
        <MarkdownText markdown={props.article.body} />
        <Paragraph small>{words.modified(props.article.modifiedAt, props.timeZone)}</Paragraph>
      </article>
      {props.feedback}
      {props.related.length > 0 ? (
        <>
          <Heading level={2}>{words.related}</Heading>
          <ArticleList articles={props.related} />
        </>
      ) : null}
      <AskAPerson support={props.support} />
    </>
  ),
});

/** Old links to it end in words, and with the search. */
export const archivedPage = (
  { title }: { title: string },
  support: Settings['support'],
  words: ReadHelpWords,
): Page => ({
  title: words.archived.title,
  back: { href: helpAddress, label: words.allHelp },
  body: (
    <>
      <Heading>{words.archived.title}</Heading>
      <Paragraph>{words.archived.text(title)}</Paragraph>
      <Paragraph>{words.archived.instead}</Paragraph>
      <SearchBox {...words.search} />
      <AskAPerson support={support} />
    </>
  ),
});
