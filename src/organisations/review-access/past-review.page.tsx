import {
  Heading,
  NotificationBanner,
  type Page,
  Paragraph,
  SummaryList,
  Table,
  Tag,
} from '../../ui/index.ts';
import { reviewAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import type { PastReview } from './read-review.ts';
import type { FinishedReview } from './review-access.store.ts';
import type { ReviewAccessWords } from './review-access.words.ts';

type Words = ReviewAccessWords;

interface PastReviewsProps {
  here: Here;
  past: readonly FinishedReview[];
  timeZone: string;
  words: Words;
}

/** Who reviewed when, and what came of it: what an auditor asks for first. */
export const PastReviews = ({ here, past, timeZone, words }: PastReviewsProps) => {
  const { columns, ...say } = words.past;
  return (
    <>
      <Heading level={2}>{say.title}</Heading>
      {past.length === 0 ? (
        <Paragraph>{say.none}</Paragraph>
      ) : (
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { heading: columns.finished },
            { heading: columns.by },
            { heading: columns.kept, numeric: true },
            { heading: columns.removed, numeric: true },
            { heading: columns.late },
          ]}
          rows={past.map((review) => [
            <a key="one" href={reviewAddress(here.practice.code, review.id)}>
              {words.day(review.finishedAt, timeZone)}
            </a>,
            review.finishedBy ?? say.unknown,
            review.kept,
            review.removed,
            review.finishedAt > review.dueAt ? say.late : say.onTime,
          ])}
        />
      )}
    </>
  );
};

export const pastReviewPage = (
  { here, review, answers, timeZone, isDone }: PastReview & { timeZone: string; isDone: boolean },
  words: Words,
): Page => {
  const { columns, decisions, ...say } = words.one;
  const title = say.title(review.finishedAt, timeZone);
  return {
    title,
    back: { href: reviewAddress(here.practice.code), label: say.back },
    body: (
      <>
        {isDone ? <NotificationBanner success heading={say.done} /> : null}
        <Heading caption={here.practice.name}>{title}</Heading>
        <SummaryList
          rows={[
            { key: say.opened, value: words.day(review.openedAt, timeZone) },
            { key: say.finished, value: words.day(review.finishedAt, timeZone) },
            { key: say.by, value: review.finishedBy ?? words.past.unknown },
            { key: say.kept, value: review.kept },
            { key: say.removed, value: review.removed },
          ]}
        />
        {answers.length === 0 ? (
          <Paragraph>{say.nobody}</Paragraph>
        ) : (
          <Table
            caption={say.answers}
            columns={[columns.name, columns.decision, columns.by, columns.on].map((heading) => ({ heading }))}
            rows={answers.map((answer) => [
              answer.name,
              <Tag key="decision" colour={answer.decision === 'keep' ? 'green' : 'grey'}>
                {decisions[answer.decision]}
              </Tag>,
              answer.answeredBy ?? words.past.unknown,
              words.day(answer.answeredAt, timeZone),
            ])}
          />
        )}
      </>
    ),
  };
};
