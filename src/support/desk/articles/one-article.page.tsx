import {
  Button,
  ButtonGroup,
  Form,
  Heading,
  InsetText,
  LinkButton,
  List,
  Note,
  type Page,
  SummaryList,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { articleAddress, deskArticlesAddress } from '../../addresses.ts';
import { isPublic } from '../../articles/article.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { deskArticleAddress, versionAddress } from './article-addresses.ts';
import { ReviewDay, StateTags } from './articles.page.tsx';
import type { ArticlesWords } from './articles.words.ts';
import type { OneArticleWords } from './one-article.words.ts';
import type { ArticleAtDesk } from './read-article.ts';

export interface OneArticleProps extends ArticleAtDesk {
  notice: Notice | undefined;
  timeZone: string;
  today: string;
}

export interface ArticleDeskWords {
  articles: ArticlesWords;
  desk: DeskWords;
  one: OneArticleWords;
}

type PartProps = OneArticleProps & { words: ArticleDeskWords };

export const oneArticlePage = (props: OneArticleProps, words: ArticleDeskWords): Page => ({
  title: props.newest.title,
  width: 'full',
  back: { href: deskArticlesAddress, label: words.one.back },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{props.newest.title}</Heading>
      {props.hasDraft ? <InsetText>{words.one.newDraft}</InsetText> : null}
      <Facts {...props} words={words} />
      <Actions {...props} words={words} />
      <History {...props} words={words} />
    </>
  ),
});

function Facts(props: PartProps) {
  const { article, words } = props;
  const { facts } = words.one;
  const change = {
    href: deskArticleAddress(article.id, 'care'),
    label: facts.change,
    what: facts.changeWhat,
  };
  const category = props.categories.find(({ id }) => id === article.categoryId);
  return (
    <SummaryList
      rows={[
        {
          key: facts.state,
          value: <StateTags {...article} hasDraft={props.hasDraft} words={words.articles} />,
        },
        ...(article.state === 'published' && category
          ? [{ key: facts.address, value: <PublicAddress category={category.slug} slug={article.slug} /> }]
          : []),
        { key: facts.category, value: category?.title ?? '' },
        { key: facts.owner, value: props.owner ?? words.articles.noOwner, actions: [change] },
        {
          key: facts.reviewOn,
          value: <ReviewDay article={article} today={props.today} words={words.articles} />,
        },
        { key: facts.position, value: String(article.position) },
        { key: facts.related, value: <Related {...props} /> },
      ]}
    />
  );
}

const PublicAddress = ({ category, slug }: { category: string; slug: string }) => (
  <a href={articleAddress(category, slug)}>{articleAddress(category, slug)}</a>
);

const Related = ({ related, words }: PartProps) =>
  related.length === 0 ? (
    words.one.facts.noRelated
  ) : (
    <List
      items={related.map(({ id, title, state }) => (
        <>
          <a href={deskArticleAddress(id)}>{title}</a>
          {state === 'published' ? null : <Note> {words.articles.states[state]}</Note>}
        </>
      ))}
    />
  );

/** A form only where something is sent. */
const Actions = (props: PartProps) =>
  props.article.state === 'published' ? (
    <Form action={deskArticleAddress(props.article.id, 'reviewed')}>
      <ActionButtons {...props} />
    </Form>
  ) : (
    <ActionButtons {...props} />
  );

const ActionButtons = ({ article, newest, words: { one } }: PartProps) => {
  const { id, state } = article;
  const waits = !isPublic(article, newest);
  return (
    <ButtonGroup>
      {waits ? <LinkButton href={deskArticleAddress(id, 'publish')}>{one.publish[state]}</LinkButton> : null}
      <LinkButton href={deskArticleAddress(id, 'edit')} variant={waits ? 'secondary' : 'primary'}>
        {one.edit}
      </LinkButton>
      {state === 'published' ? <Button variant="secondary">{one.reviewed}</Button> : null}
      {state === 'archived' ? null : (
        <LinkButton href={deskArticleAddress(id, 'archive')} variant="secondary">
          {one.archive}
        </LinkButton>
      )}
    </ButtonGroup>
  );
};

function History({ article, versions, timeZone, words }: PartProps) {
  const { history } = words.one;
  const { columns } = history;
  return (
    <Table
      caption={history.title}
      columns={[columns.version, columns.when, columns.who, columns.note].map((heading) => ({ heading }))}
      rows={versions.map((version) => [
        <VersionLink
          key="version"
          id={article.id}
          number={version.number}
          isPublic={article.state === 'published' && version.number === article.versionNumber}
          words={words.one.history}
        />,
        words.desk.moment(version.writtenAt, timeZone),
        writerOf(version, words.one),
        version.note || (version.number === 1 ? history.first : ''),
      ])}
    />
  );
}

const VersionLink = ({ id, number, isPublic, words }: VersionLinkProps) => (
  <>
    <a href={versionAddress(id, number)}>{words.version(number)}</a>{' '}
    {isPublic ? <Tag colour="green">{words.isPublic}</Tag> : null}
  </>
);

interface VersionLinkProps {
  id: string;
  number: number;
  isPublic: boolean;
  words: OneArticleWords['history'];
}

export const writerOf = (
  { fromFile, writer }: { fromFile: boolean; writer: string | null | undefined },
  { history }: OneArticleWords,
): string => writer ?? (fromFile ? history.file : history.someone);
