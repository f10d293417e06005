import {
  Details,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  Progress,
  SummaryList,
  Table,
} from '../../ui/index.ts';
import { registerImportAddress, registersAddress } from '../addresses.ts';
import type { ImportRegisterWords } from './import-register.words.ts';
import type { Capped, ImportReport } from './import-report.ts';
import { counts } from './report-lines.ts';
import type { ShownImport } from './upload.store.ts';

type Words = ImportRegisterWords;

export const registerImportPage = (row: ShownImport, words: Words): Page => ({
  title: words.desk.importTitle(row.fileName),
  back: { href: registersAddress, label: words.desk.title },
  width: 'full',
  body: (
    <>
      <Heading>{words.desk.importTitle(row.fileName)}</Heading>
      <Body row={row} words={words} />
    </>
  ),
});

function Body({ row, words }: { row: ShownImport; words: Words }) {
  if (row.report) return <Report report={row.report} words={words} />;
  if (row.state === 'failed') return <Failed problem={row.problem} words={words} />;
  return (
    <>
      {row.rowsTotal === null ? (
        <Paragraph>{words.desk.waiting}</Paragraph>
      ) : (
        <Progress label={words.desk.progress} done={row.rowsDone} total={row.rowsTotal} />
      )}
      <Paragraph>
        {words.desk.refreshes} <a href={registerImportAddress(row.id)}>{words.desk.refresh}</a>
      </Paragraph>
    </>
  );
}

const Failed = ({ problem, words }: { problem: ShownImport['problem']; words: Words }) => (
  <InsetText>
    <p>
      <strong>{words.desk.failed}</strong>
    </p>
    <p>{words.unreadable(problem ?? 'broken-off')}</p>
    <p>{words.nothingChanged}</p>
  </InsetText>
);

const Report = ({ report, words }: { report: ImportReport; words: Words }) => (
  <>
    <Heading level={2}>{words.desk.finished(words.kinds[report.kind])}</Heading>
    <SummaryList
      rows={counts(report).map(([name, count]) => ({ key: words.counts[name], value: words.count(count) }))}
    />
    <RefusedRows report={report} words={words} />
    <ListedRows name="closed" rows={report.closed} words={words} />
    <ListedRows name="closedWithPractice" rows={report.closedWithPractice} words={words} />
    <ListedRows name="changed" rows={report.changed} words={words} />
    <ListedRows name="added" rows={report.added} words={words} />
  </>
);

/** Open, because somebody has to put these right. */
function RefusedRows({ report: { refused }, words }: { report: ImportReport; words: Words }) {
  const { rowColumns, lists } = words.desk;
  if (refused.total === 0) return null;
  return (
    <>
      <Table
        caption={lists.refused}
        columns={[rowColumns.line, rowColumns.code, rowColumns.reason].map((heading) => ({ heading }))}
        rows={refused.first.map((row) => [String(row.line), row.code, words.refusals[row.reason]])}
      />
      <FirstOnly list={refused} words={words} />
    </>
  );
}

interface ListProps {
  name: 'added' | 'changed' | 'closed' | 'closedWithPractice';
  rows: Capped<{ line?: number; code: string; name: string }>;
  words: Words;
}

function ListedRows({ name, rows, words }: ListProps) {
  const { rowColumns, lists } = words.desk;
  if (rows.total === 0) return null;
  return (
    <Details summary={words.desk.listOf(lists[name], rows.total)}>
      <Table
        caption={lists[name]}
        captionHidden
        columns={[rowColumns.code, rowColumns.name, rowColumns.line].map((heading) => ({ heading }))}
        rows={rows.first.map((row) => [row.code, row.name, row.line === undefined ? '' : String(row.line)])}
      />
      <FirstOnly list={rows} words={words} />
    </Details>
  );
}

const FirstOnly = ({ list, words }: { list: Capped<unknown>; words: Words }) =>
  list.total > list.first.length ? (
    <Paragraph>{words.desk.firstOnly(list.first.length, list.total)}</Paragraph>
  ) : null;
