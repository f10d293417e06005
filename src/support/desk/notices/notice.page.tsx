import {
  Button,
  Form,
  Heading,
  LinkButton,
  List,
  type Page,
  Paragraph,
  Progress,
  ServiceNotices,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { deskNoticesAddress, deskTicketsAddress } from '../../addresses.ts';
import type { EventsWords } from '../events.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { AnswerProgress } from './notice-answer.store.ts';
import type { Words } from './notice-list.page.tsx';
import { noticeAddress } from './notices.addresses.ts';
import type { NoticeOnPage } from './read-notices.ts';

interface NoticePageProps extends NoticeOnPage {
  outcome: Notice | undefined;
  timeZone: string;
}

type AllWords = Words & { events: EventsWords };

export const noticePage = (props: NoticePageProps, words: AllWords): Page => {
  const { notice, linked, isCurrent, mayAnswer } = props;
  const { one } = words.notices;
  return {
    title: notice.title,
    back: { href: deskNoticesAddress, label: words.notices.back },
    body: (
      <>
        <OutcomeNotice notice={props.outcome} />
        <Heading>{notice.title}</Heading>
        <ServiceNotices notices={[{ id: notice.id, title: notice.title, body: notice.body }]} />
        <SummaryList rows={factsOf(props, words)} />
        {isCurrent ? <Change id={notice.id} words={words} /> : null}
        {mayAnswer && linked.open > 0 && !goingOf(props.answers) ? (
          <Paragraph>
            <a href={noticeAddress(notice.id, 'answer')}>{one.answer(linked.open)}</a>
          </Paragraph>
        ) : null}
        {props.answers.length > 0 ? <Answers {...props} words={words} /> : null}
        <Heading level={2}>{one.history}</Heading>
        <List
          items={props.events.map(({ at, action, actorName }) =>
            one.event(
              words.desk.moment(at, props.timeZone),
              words.events.actions[action] ?? action,
              actorName,
            ),
          )}
        />
      </>
    ),
  };
};

function factsOf(props: NoticePageProps, words: AllWords): SummaryRow[] {
  const { notice, timeZone } = props;
  const { one, places, untilEnded } = words.notices;
  const at = (moment: Date) => words.desk.moment(moment, timeZone);
  return [
    { key: one.published, value: one.publishedBy(at(notice.publishedAt), notice.publishedBy) },
    ...(notice.changedAt ? [{ key: one.changed, value: at(notice.changedAt) }] : []),
    { key: one.where, value: notice.places.map((place) => places[place]).join(', ') },
    notice.endedAt
      ? { key: one.ended, value: one.publishedBy(at(notice.endedAt), notice.endedBy) }
      : { key: one.ends, value: notice.endsAt ? at(notice.endsAt) : untilEnded },
    { key: one.linked, value: <Linked {...props} words={words} /> },
  ];
}

function Linked({ notice, linked, mayAnswer, words }: NoticePageProps & { words: AllWords }) {
  const counted = words.notices.one.linkedCount(linked.all, linked.open);
  if (!mayAnswer || linked.all === 0) return counted;
  return <a href={`${deskTicketsAddress}?queue=all&notice=${notice.id}`}>{counted}</a>;
}

const Change = ({ id, words }: { id: string; words: AllWords }) => (
  <Form action={noticeAddress(id, 'end')}>
    <div className="nhsuk-button-group">
      <LinkButton variant="secondary" href={noticeAddress(id, 'change')}>
        {words.notices.one.change}
      </LinkButton>
      <Button variant="warning">{words.notices.one.end}</Button>
    </div>
  </Form>
);

const Answers = ({ answers, timeZone, words }: NoticePageProps & { words: AllWords }) => {
  const going = goingOf(answers);
  return (
    <>
      <Heading level={2}>{words.notices.progress.heading}</Heading>
      {going ? <Going answer={going} words={words} /> : null}
      <List
        items={answers
          .filter((answer) => answer !== going)
          .flatMap((answer) => sentencesOf(answer, words.desk.moment(answer.writtenAt, timeZone), words))}
      />
    </>
  );
};

/** One that is on its way. */
const goingOf = (answers: readonly AnswerProgress[]) =>
  answers.find(({ total, answered, leftOut }) => answered + leftOut < total);

const Going = ({ answer, words }: { answer: AnswerProgress; words: AllWords }) => {
  const done = answer.answered + answer.leftOut;
  return (
    <Progress label={words.notices.progress.going(done, answer.total)} done={done} total={answer.total} />
  );
};

function sentencesOf({ answered, leftOut }: AnswerProgress, at: string, words: AllWords): string[] {
  const { progress } = words.notices;
  return [progress.done(answered, at), ...(leftOut > 0 ? [progress.leftOut(leftOut)] : [])];
}
