import { Card, CardGroup, EmptyState, emptyForm, Heading, type Page } from '../../../ui/index.ts';
import { deskArticlesAddress } from '../../addresses.ts';
import { tasksAddress } from '../addresses.ts';
import { type DeskWords, taskName } from '../desk.words.ts';
import { FindPeople } from '../people/find-people.page.tsx';
import type { PeopleWords } from '../people/people.words.ts';
import type { WaitingTasks } from '../tasks/tasks.store.ts';
import type { StartWords } from './start.words.ts';

interface Words {
  desk: DeskWords;
  start: StartWords;
  people: PeopleWords;
}

interface StartProps {
  /** Undefined for staff who help nobody with their account. */
  waiting: readonly WaitingTasks[] | undefined;
  now: Date;
  /** Articles that this person could read through again. */
  toReview: number;
}

/** Where staff arrive: what waits, and the way to whoever is on the telephone. */
export const startPage = (props: StartProps, words: Words): Page => ({
  title: words.start.title,
  body: (
    <>
      <Heading>{words.start.title}</Heading>
      {props.toReview > 0 ? <ToReview count={props.toReview} words={words.start} /> : null}
      {props.waiting ? <WithPeople waiting={props.waiting} now={props.now} words={words} /> : null}
    </>
  ),
});

const ToReview = ({ count, words }: { count: number; words: StartWords }) => (
  <CardGroup>
    <Card href={`${deskArticlesAddress}?review=due`} heading={words.articles.heading(count)}>
      <p>{words.articles.text}</p>
    </Card>
  </CardGroup>
);

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
        heading={words.start.tasks(taskName(kind, words.desk), count)}
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
