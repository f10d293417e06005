import {
  Button,
  EmptyState,
  Form,
  Heading,
  List,
  Note,
  type Page,
  Paragraph,
  TypedLines,
} from '../../../ui/index.ts';
import { articleAddress, deskFeedbackAddress } from '../../addresses.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { feedbackRatesAddress, handledAddress } from './desk-feedback.addresses.ts';
import type { ArticleWork } from './desk-feedback.store.ts';
import type { DeskFeedbackWords } from './desk-feedback.words.ts';
import { FeedbackNavigation } from './feedback-navigation.tsx';

export type ReasonName = (key: string) => string;

interface WorkProps {
  articles: readonly ArticleWork[];
  held: number;
  isMine: boolean;
  notice: Notice | undefined;
  reasonName: ReasonName;
  shownAt: Date;
}

export const feedbackWorkPage = (props: WorkProps, words: DeskFeedbackWords): Page => ({
  title: words.title,
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.title}</Heading>
      <FeedbackNavigation current="work" held={props.held} words={words} />
      <Paragraph>{words.work.lead}</Paragraph>
      <Paragraph>
        {props.isMine ? (
          <a href={deskFeedbackAddress}>{words.work.all}</a>
        ) : (
          <a href={`${deskFeedbackAddress}?whose=mine`}>{words.work.mine}</a>
        )}
      </Paragraph>
      {props.articles.length === 0 ? (
        <EmptyState heading={words.work.none}>
          <p>{words.work.noneText}</p>
        </EmptyState>
      ) : (
        props.articles.map((article) => (
          <Work key={article.id} article={article} {...props} words={words.work} />
        ))
      )}
    </>
  ),
});

interface OneWork extends Pick<WorkProps, 'reasonName' | 'shownAt'> {
  article: ArticleWork;
  words: DeskFeedbackWords['work'];
}

const Work = ({ article, reasonName, shownAt, words }: OneWork) => (
  <section aria-labelledby={`work-${article.id}`}>
    <Heading level={2} id={`work-${article.id}`}>
      {article.title}
    </Heading>
    <Paragraph>
      {words.answers(article.count)}. <Note>{article.owner ? words.owner(article.owner) : words.nobody}</Note>
    </Paragraph>
    <List items={article.reasons.map(({ key, count }) => words.reason(reasonName(key), count))} />
    {article.words.length > 0 ? <Said said={article.words} words={words} /> : null}
    <Paragraph>
      <a href={articleAddress(article.category, article.slug)}>
        {words.open}
        <span className="nhsuk-u-visually-hidden">{words.about(article.title)}</span>
      </a>
    </Paragraph>
    <Paragraph>
      <a href={`${feedbackRatesAddress}?article=${article.id}`}>
        {words.rates}
        <span className="nhsuk-u-visually-hidden">{words.about(article.title)}</span>
      </a>
    </Paragraph>
    <Form action={handledAddress(article.id)}>
      <input type="hidden" name="shownAt" value={shownAt.toISOString()} />
      <Button variant="secondary" small>
        {words.handled}
        <span className="nhsuk-u-visually-hidden">{words.about(article.title)}</span>
      </Button>
    </Form>
  </section>
);

const mostSaid = 10;

const Said = ({ said, words }: { said: readonly string[]; words: OneWork['words'] }) => (
  <>
    <Heading level={3}>{words.said}</Heading>
    <List items={said.map((text) => <TypedLines key={text}>{text}</TypedLines>)} />
    {said.length === mostSaid ? <Paragraph small>{words.more}</Paragraph> : null}
  </>
);
