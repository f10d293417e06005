import {
  BarChart,
  Button,
  EmptyState,
  Form,
  Heading,
  type Page,
  Paragraph,
  Select,
  SummaryList,
} from '../../../ui/index.ts';
import { deskDashboardAddress } from '../../addresses.ts';
import type { DashboardWords } from './dashboard.words.ts';
import { type Dashboard, type Numbers, type Period, percent, periods } from './read-dashboard.ts';

interface DashboardProps {
  dashboard: Dashboard;
  period: Period;
}

export const dashboardPage = ({ dashboard, period }: DashboardProps, words: DashboardWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <Form action={deskDashboardAddress} method="get">
        <Select
          name="weeks"
          label={words.period}
          value={String(period)}
          options={periods.map((weeks) => ({ value: String(weeks), label: words.periods[weeks] }))}
        />
        <Button variant="secondary">{words.show}</Button>
      </Form>
      <Heading level={2}>{words.now}</Heading>
      <Facts dashboard={dashboard} words={words} />
      {dashboard.total.opened > 0 ? (
        <Charts dashboard={dashboard} words={words} />
      ) : (
        <EmptyState heading={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      <BacklogChart dashboard={dashboard} words={words} />
    </>
  ),
});

interface Parts {
  dashboard: Dashboard;
  words: DashboardWords;
}

function Facts({ dashboard: { total, backlog, help }, words }: Parts) {
  const { facts } = words;
  const share = (part: number, whole: number, say: (percent: number, whole: number) => string) => {
    const known = percent(part, whole);
    return known === null ? words.unknown : say(known, whole);
  };
  const answered = help['answered-while-asking'];
  const selfService = percent(answered, answered + total.opened);
  return (
    <>
      <SummaryList
        rows={[
          { key: facts.opened, value: String(total.opened) },
          {
            key: facts.waiting,
            value: String(Object.values(backlog).reduce((sum, count) => sum + count, 0)),
          },
          {
            key: facts.answered,
            value: share(total.answeredInTime, total.answeredInTime + total.answeredLate, words.percentOf),
          },
          {
            key: facts.solved,
            value: share(total.solvedInTime, total.solvedInTime + total.solvedLate, words.percentOf),
          },
          { key: facts.good, value: share(total.good, total.good + total.bad, words.ofRated) },
          {
            key: facts.selfService,
            value: selfService === null ? words.unknown : words.selfServiceIs(selfService, answered),
          },
        ]}
      />
      <Paragraph>{words.reads(help['article-read'], help.searched, help['nothing-found'])}</Paragraph>
    </>
  );
}

/** Drawn once there is something to draw; until then the facts say so. */
const outcomes = [
  { name: 'answers', read: ({ answeredInTime, answeredLate }: Numbers) => [answeredInTime, answeredLate] },
  { name: 'solutions', read: ({ solvedInTime, solvedLate }: Numbers) => [solvedInTime, solvedLate] },
  { name: 'ratings', read: ({ good, bad }: Numbers) => [good, bad] },
] as const;

function Charts({ dashboard: { weeks, subjects }, words }: Parts) {
  const { charts } = words;
  const byWeek = (read: (numbers: Numbers) => number[]) =>
    weeks.map(({ week, numbers }) => ({
      label: words.day(week),
      short: words.shortDay(week),
      values: read(numbers),
    }));
  const weekly = { category: words.week, kind: 'bars' } as const;
  return (
    <>
      <BarChart
        {...weekly}
        {...chart('volume', charts.volume)}
        points={byWeek(({ opened, solved }) => [solved, opened - solved])}
      />
      <BarChart
        {...chart('subjects', charts.subjects)}
        category={words.subject}
        kind="rows"
        points={[...subjects]
          .sort((one, other) => other.numbers.opened - one.numbers.opened)
          .map(({ name, numbers }) => ({ label: name, values: [numbers.opened] }))}
      />
      {outcomes
        .filter(({ read }) => weeks.some(({ numbers }) => read(numbers).some((count) => count > 0)))
        .map(({ name, read }) => (
          <BarChart key={name} {...weekly} {...chart(name, charts[name])} points={byWeek(read)} />
        ))}
    </>
  );
}

const BacklogChart = ({ dashboard: { backlog }, words }: Parts) => (
  <BarChart
    {...chart('backlog', words.charts.backlog)}
    category={words.age}
    kind="rows"
    points={(['day', 'threeDays', 'week', 'older'] as const).map((age) => ({
      label: words.charts.backlog.ages[age],
      values: [backlog[age]],
    }))}
  />
);

const chart = (
  id: string,
  { title, says, series }: { title: string; says: string; series: readonly string[] },
) => ({
  id,
  title,
  description: says,
  series,
});
