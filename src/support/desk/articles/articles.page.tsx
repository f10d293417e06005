import { Fragment } from 'react';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  Note,
  type Page,
  Pagination,
  Paragraph,
  Select,
  Table,
  Tag,
  type TagColour,
} from '../../../ui/index.ts';
import { deskArticlesAddress } from '../../addresses.ts';
import type { ArticleState } from '../../articles/article.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { deskArticleAddress, deskCategoriesAddress, newArticleAddress } from './article-addresses.ts';
import type { ArticlesWords } from './articles.words.ts';
import type { DeskArticle } from './list-articles.store.ts';
import type { ArticleList, ChosenFilter } from './list-articles.ts';

interface ArticlesProps {
  list: ArticleList;
  chosen: ChosenFilter;
  notice: Notice | undefined;
}

export const articlesPage = ({ list, chosen, notice }: ArticlesProps, words: ArticlesWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <OutcomeNotice notice={notice} />
      <Heading>{words.title}</Heading>
      <ButtonGroup>
        <LinkButton href={newArticleAddress}>{words.write}</LinkButton>
        <LinkButton href={deskCategoriesAddress} variant="secondary">
          {words.categories}
        </LinkButton>
      </ButtonGroup>
      <Filter list={list} chosen={chosen} words={words} />
      <Paragraph>{words.count(list.total)}</Paragraph>
      {list.total > 0 ? (
        <ArticleTable list={list} words={words} />
      ) : (
        <EmptyState heading={words.none.heading}>
          <p>{words.none.text}</p>
        </EmptyState>
      )}
      <Pagination current={list.page} pages={list.pages} hrefOf={(page) => addressOf(chosen, page)} />
    </>
  ),
});

function addressOf({ state, category, owner, review }: ChosenFilter, page: number): string {
  const chosen = { state, category, owner, review: review ? 'due' : '', page: String(page) };
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  return `${deskArticlesAddress}?${query}`;
}

type PartProps = Omit<ArticlesProps, 'notice'> & { words: ArticlesWords };

const Filter = ({ list, chosen, words: { filter, states } }: PartProps) => (
  <Form action={deskArticlesAddress} method="get" className="gh-filter">
    <Select
      name="state"
      label={filter.state}
      value={chosen.state}
      options={[
        { value: '', label: filter.any },
        ...Object.entries(states).map(asOption),
        { value: 'unpublished', label: filter.unpublished },
      ]}
    />
    <Select
      name="category"
      label={filter.category}
      value={chosen.category}
      options={[
        { value: '', label: filter.any },
        ...list.categories.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
    <Select
      name="owner"
      label={filter.owner}
      value={chosen.owner}
      options={[
        { value: '', label: filter.any },
        { value: 'nobody', label: filter.nobody },
        ...list.writers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
    <Checkboxes
      name="review"
      label={filter.review}
      value={chosen.review ? 'due' : ''}
      options={[{ value: 'due', label: filter.reviewOnly }]}
      small
    />
    <Button variant="secondary">{filter.show}</Button>
  </Form>
);

const asOption = ([value, label]: [string, string]) => ({ value, label });

const ArticleTable = ({ list, words }: { list: ArticleList; words: ArticlesWords }) => (
  <Table
    caption={words.caption}
    captionHidden
    columns={Object.values(words.columns).map((heading) => ({ heading }))}
    rows={list.articles.map((article) => [
      <a key="title" href={deskArticleAddress(article.id)}>
        {article.title}
      </a>,
      article.category,
      <Fragment key="state">
        <StateTags {...article} words={words} />
        <PublishLink article={article} words={words} />
      </Fragment>,
      article.owner ?? <Note key="owner">{words.noOwner}</Note>,
      <ReviewDay key="review" article={article} today={list.today} words={words} />,
    ])}
  />
);

/** What waits to be published can be from the list, by way of what it changes. */
const PublishLink = ({ article, words }: { article: DeskArticle; words: ArticlesWords }) =>
  article.state === 'draft' || article.hasDraft ? (
    <>
      {' '}
      <a href={deskArticleAddress(article.id, 'publish')}>
        {words.publish}
        <span className="nhsuk-u-visually-hidden"> {words.publishWhat(article.title)}</span>
      </a>
    </>
  ) : null;

const colours: Record<ArticleState, TagColour> = { draft: 'blue', published: 'green', archived: 'grey' };

export const StateTags = ({
  state,
  hasDraft,
  words,
}: Pick<DeskArticle, 'state' | 'hasDraft'> & { words: ArticlesWords }) => (
  <>
    <Tag colour={colours[state]}>{words.states[state]}</Tag>{' '}
    {hasDraft ? <Tag colour="blue">{words.hasDraft}</Tag> : null}
  </>
);

export const ReviewDay = ({
  article: { reviewOn, state },
  today,
  words,
}: {
  article: Pick<DeskArticle, 'reviewOn' | 'state'>;
  today: string;
  words: ArticlesWords;
}) =>
  reviewOn === null ? (
    <Note>{words.noDay}</Note>
  ) : (
    <>
      {words.day(reviewOn)}{' '}
      {state === 'published' && reviewOn <= today ? <Tag colour="orange">{words.overdue}</Tag> : null}
    </>
  );
