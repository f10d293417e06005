import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
  Radios,
  SummaryList,
  Table,
  TypedLines,
} from '../../ui/index.ts';
import { leaversAddress, organisationAddress, userAddress, usersAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import type { HasLeftWords } from './has-left.words.ts';
import { type LeaverReport, resolutions } from './leaver-report.store.ts';

interface LeaversPageProps {
  here: Here;
  /** Undefined for who does not decide about them. */
  reports: readonly LeaverReport[] | undefined;
  isDone: boolean;
  timeZone: string;
}

export function leaversPage(props: LeaversPageProps, words: HasLeftWords): Page {
  const { here, reports, isDone } = props;
  const { leavers } = words;
  const { code } = here.organisation;
  return {
    title: leavers.title,
    back: { href: organisationAddress(code) },
    body: (
      <>
        {isDone ? <NotificationBanner success heading={leavers.done} /> : null}
        <Heading caption={here.organisation.name}>{leavers.title}</Heading>
        {reports ? <Reports {...props} reports={reports} words={words} /> : null}
        <Heading level={2}>{leavers.say}</Heading>
        <Paragraph>{leavers.sayText}</Paragraph>
        <ButtonGroup>
          <LinkButton variant="secondary" href={`${leaversAddress(code)}/me`}>
            {leavers.me}
          </LinkButton>
          <LinkButton variant="secondary" href={`${leaversAddress(code)}/someone`}>
            {leavers.someone}
          </LinkButton>
        </ButtonGroup>
      </>
    ),
  };
}

type ReportsProps = LeaversPageProps & { reports: readonly LeaverReport[]; words: HasLeftWords };

function Reports({ here, reports, timeZone, words }: ReportsProps) {
  const { leavers } = words;
  if (reports.length === 0)
    return (
      <EmptyState heading={leavers.none}>
        <Paragraph>{leavers.noneText}</Paragraph>
      </EmptyState>
    );
  const { columns } = leavers;
  const rows = reports.map((report) => [
    report.leaverName,
    whoSaid(report, words),
    leavers.day(report.createdAt, timeZone),
    <a key="look" href={`${leaversAddress(here.organisation.code)}/${report.id}`}>
      {leavers.look}
      <span className="nhsuk-u-visually-hidden"> {leavers.lookAt(report.leaverName)}</span>
    </a>,
  ]);
  return (
    <>
      <Paragraph>{leavers.listText}</Paragraph>
      <Table
        caption={leavers.list}
        columns={[columns.who, columns.said, columns.when, columns.look].map((heading) => ({ heading }))}
        rows={rows}
      />
    </>
  );
}

function whoSaid({ isOwn, isFromOutside, saidBy }: LeaverReport, { leavers }: HasLeftWords): string {
  if (isOwn) return leavers.themselves;
  if (!isFromOutside) return saidBy ?? leavers.nobodyAnyMore;
  return saidBy ? leavers.outside(saidBy) : leavers.unknown;
}

interface ReportPageProps {
  here: Here;
  report: LeaverReport;
  timeZone: string;
  form: FormState;
}

export function reportPage({ here, report, timeZone, form }: ReportPageProps, words: HasLeftWords): Page {
  const { code } = here.organisation;
  const title = words.report.title(report.leaverName);
  const back = leaversAddress(code);
  const look = report.memberId
    ? { href: userAddress(code, report.memberId, 'remove'), label: words.report.remove }
    : {
        href: `${usersAddress(code)}?find=${encodeURIComponent(report.leaverName)}`,
        label: words.report.find,
      };
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <SummaryList rows={factsOf(report, timeZone, words)} />
        {report.isFromOutside ? <InsetText>{<p>{words.report.unproven}</p>}</InsetText> : null}
        <LinkButton href={look.href}>{look.label}</LinkButton>
        <Form action={`${back}/${report.id}`}>
          <Radios
            {...fieldOf(form, 'answer')}
            label={words.report.question}
            options={resolutions.map((value) => ({ value, label: words.report.answers[value] }))}
          />
          <Button variant="secondary">{words.report.save}</Button>
        </Form>
      </>
    ),
  };
}

const factsOf = (report: LeaverReport, timeZone: string, words: HasLeftWords) => [
  { key: words.report.said, value: whoSaid(report, words) },
  { key: words.report.when, value: words.leavers.day(report.createdAt, timeZone) },
  {
    key: words.report.note,
    value: report.note ? <TypedLines>{report.note}</TypedLines> : words.report.noNote,
  },
];
