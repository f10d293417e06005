import { Card, CardGroup, EmptyState, emptyForm, Heading, type Page } from '../../../ui/index.ts';
import { deskArticlesAddress, deskFeedbackAddress, heldFeedbackAddress } from '../../addresses.ts';
import { tasksAddress } from '../addresses.ts';
import { type DeskWords, taskName } from '../desk.words.ts';
import { FindPeople } from '../people/find-people-form.tsx';
import type { PeopleWords } from '../people/people.words.ts';
import { ticketListAddress } from '../tickets/addresses.ts';
import type { DeskTicketsWords } from '../tickets/desk-tickets.words.ts';
import { queryOf } from '../tickets/ticket-question.ts';
import type { QueueCounts } from '../tickets/ticket-queues.store.ts';
import type { Start, WaitingArticles } from './read-start.ts';
import type { WaitingTasks } from './start.store.ts';
import type { StartWords } from './start.words.ts';

interface Words {
  desk: DeskWords;
  start: StartWords;
  people: PeopleWords;
  tickets: DeskTicketsWords;
}

type StartProps = Start & { now: Date };

/** Where staff arrive: what waits, and the way to whoever is on the telephone. */
export const startPage = (props: StartProps, words: Words): Page => ({
  title: words.start.title,
  body: (
    <>
      <Heading>{words.start.title}</Heading>
      {props.queues ? <Tickets counts={props.queues} words={words} /> : null}
      {props.waiting ? <WithPeople waiting={props.waiting} now={props.now} words={words} /> : null}
      {props.articles ? <Articles waiting={props.articles} words={words.start} /> : null}
    </>
  ),
});

const shownQueues = ['our-turn', 'first-answer', 'mine', 'overdue'] as const;

const Tickets = ({ counts, words }: { counts: QueueCounts; words: Words }) => (
  <>
    <Heading level={2}>{words.start.tickets}</Heading>
    <CardGroup>
      {shownQueues.map((queue) => (
        <Card
          key={queue}
          level={3}
          href={ticketListAddress(queryOf({ queue }))}
          heading={words.start.counted(words.tickets.queues[queue], Number(counts[queue]))}
        />
      ))}
    </CardGroup>
  </>
);

function Articles({ waiting, words }: { waiting: WaitingArticles; words: StartWords }) {
  const { articles } = words;
  return (
    <>
      <Heading level={2}>{articles.heading}</Heading>
      <CardGroup>
        <Card level={3} href={deskFeedbackAddress} heading={words.counted(articles.toMend, waiting.toMend)} />
        {waiting.held > 0 ? (
          <Card level={3} href={heldFeedbackAddress} heading={words.counted(articles.held, waiting.held)} />
        ) : null}
        <Card
          level={3}
          href={`${deskArticlesAddress}?review=due`}
          heading={words.counted(articles.toReview, waiting.toReview)}
        />
      </CardGroup>
    </>
  );
}

interface WaitingProps {
  waiting: readonly WaitingTasks[];
  now: Date;
  words: Words;
}

const WithPeople = (props: WaitingProps) => (
  <>
    <Heading level={2}>{props.words.start.find}</Heading>
    <FindPeople form={emptyForm} words={props.words.people} />
    <Heading level={2}>{props.words.start.waiting}</Heading>
    {props.waiting.length > 0 ? <Waiting {...props} /> : <Nothing words={props.words} />}
  </>
);

const Waiting = ({ waiting, now, words }: WaitingProps) => (
  <CardGroup>
    {waiting.map(({ kind, count, oldestSince }) => (
      <Card
        key={kind}
        level={3}
        href={tasksAddress}
        heading={words.start.counted(taskName(kind, words.desk), count)}
      >
        <p>{words.start.oldest(words.desk.elapsed(oldestSince, now))}</p>
      </Card>
    ))}
  </CardGroup>
);

const Nothing = ({ words }: { words: Words }) => (
  <EmptyState heading={words.start.nothing}>
    <p>{words.start.nothingText}</p>
  </EmptyState>
);
