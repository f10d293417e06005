import { BarChart, EmptyState, Heading, type Page, Paragraph, Table } from '../../../ui/index.ts';
import { feedbackRatesAddress } from './desk-feedback.addresses.ts';
import type { RatedArticle, WeekOfAnswers } from './desk-feedback.store.ts';
import type { DeskFeedbackWords } from './desk-feedback.words.ts';
import { FeedbackNavigation } from './feedback-navigation.tsx';

interface RatesProps {
  /** The title of the one it is about. */
  article: string | undefined;
  weeks: readonly WeekOfAnswers[];
  articles: readonly RatedArticle[];
  held: number;
}

export const feedbackRatesPage = (props: RatesProps, words: DeskFeedbackWords): Page => {
  const title = props.article ? words.rates.of(props.article) : words.pages.rates;
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        <FeedbackNavigation current="rates" held={props.held} words={words} />
        {props.article ? (
          <Paragraph>
            <a href={feedbackRatesAddress}>{words.rates.overAll}</a>
          </Paragraph>
        ) : null}
        {props.weeks.some(({ yes, no }) => yes + no > 0) ? (
          <Charts weeks={props.weeks} words={words.rates} />
        ) : (
          <EmptyState heading={words.rates.none}>
            <p>{words.rates.noneText}</p>
          </EmptyState>
        )}
        {props.articles.length > 0 ? <ByArticle articles={props.articles} words={words.rates} /> : null}
      </>
    ),
  };
};

type RatesWords = DeskFeedbackWords['rates'];

function Charts({ weeks, words }: { weeks: readonly WeekOfAnswers[]; words: RatesWords }) {
  const named = ({ week }: WeekOfAnswers) => ({ label: words.weekOf(week), short: words.shortWeek(week) });
  return (
    <>
      <BarChart
        id="rates"
        kind="line"
        title={words.percent}
        description={words.percentDescription}
        category={words.week}
        series={[words.share]}
        points={weeks.map((week) => ({ ...named(week), values: [shareOf(week)] }))}
        maximum={100}
        say={words.inPercent}
      />
      <BarChart
        id="answers"
        title={words.answers}
        description={words.answersDescription}
        category={words.week}
        series={[words.yes, words.no]}
        points={weeks.map((week) => ({ ...named(week), values: [week.yes, week.no] }))}
      />
    </>
  );
}

const ByArticle = ({ articles, words }: { articles: readonly RatedArticle[]; words: RatesWords }) => (
  <Table
    caption={words.byArticle}
    columns={[
      { heading: words.article },
      ...[words.yes, words.no, words.share].map((heading) => ({ heading, numeric: true })),
    ]}
    rows={articles.map(({ id, title, ...answers }) => [
      <a key="article" href={`${feedbackRatesAddress}?article=${id}`}>
        {title}
      </a>,
      answers.yes,
      answers.no,
      words.inPercent(shareOf(answers) ?? 0),
    ])}
  />
);

/** In percent; null where nobody answered. */
const shareOf = ({ yes, no }: { yes: number; no: number }): number | null =>
  yes + no === 0 ? null : Math.round((100 * yes) / (yes + no));
