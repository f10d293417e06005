import {
  EmptyState,
  Heading,
  LinkButton,
  type Page,
  Pagination,
  Paragraph,
  Progress,
  SummaryList,
  Table,
  Tag,
  type TagColour,
} from '../../ui/index.ts';
import { importPeopleAddress, userAddress, usersAddress } from '../addresses.ts';
import { reportFileAddress } from './import-addresses.ts';
import type { ImportPeopleWords } from './import-people.words.ts';
import type { RowOutcome } from './people-import.ts';
import { sayOutcome } from './report-file.ts';
import type { ShownImport, ShownRow } from './view-import.ts';

interface ReportProps {
  shown: ShownImport;
  words: ImportPeopleWords;
}

/** Under way: how far it is. The page comes again by itself. */
export function peopleProgressPage(shown: ShownImport, words: ImportPeopleWords): Page {
  const { here, found } = shown;
  const { code, name } = here.organisation;
  const title = words.running.title(found.fileName);
  return {
    title,
    back: { href: importPeopleAddress(code), label: words.upload.title },
    body: (
      <>
        <Heading caption={words.place(name, code)}>{title}</Heading>
        <Progress label={words.running.progress} done={found.settled} total={found.rows} />
        <Paragraph>
          {words.running.refreshes} <a href={importPeopleAddress(code, found.id)}>{words.running.refresh}</a>
        </Paragraph>
        <Paragraph>{words.running.leave}</Paragraph>
      </>
    ),
  };
}

export function peopleReportPage(shown: ShownImport, words: ImportPeopleWords): Page {
  const { here, found, page, pages } = shown;
  const { code, name } = here.organisation;
  const title = words.report.title(found.fileName);
  return {
    title: pages > 1 ? `${title}, ${words.preview.page(page, pages)}` : title,
    back: { href: importPeopleAddress(code), label: words.upload.title },
    width: 'full',
    body: (
      <>
        <Heading caption={words.place(name, code)}>{title}</Heading>
        {found.state === 'cancelled' ? (
          <EmptyState heading={words.report.cancelled} />
        ) : (
          <Done shown={shown} words={words} />
        )}
        <Paragraph>
          <a href={importPeopleAddress(code)}>{words.report.again}</a>
        </Paragraph>
      </>
    ),
  };
}

const Done = ({ shown, words }: ReportProps) => {
  const { here, found, page, pages } = shown;
  const { code } = here.organisation;
  const { report } = words;
  return (
    <>
      <Paragraph lead>{found.invited > 0 ? report.done(found.invited) : report.nobody}</Paragraph>
      <SummaryList rows={countsOf(shown, words)} />
      <LinkButton href={usersAddress(code)}>{report.people}</LinkButton>
      <Paragraph>
        <a href={reportFileAddress(code, found.id)} download>
          {report.download}
        </a>
      </Paragraph>
      <Rows shown={shown} words={words} />
      <Paragraph small>{report.forgotten}</Paragraph>
      <Pagination
        current={page}
        pages={pages}
        hrefOf={(number) => `${importPeopleAddress(code, found.id)}?page=${number}`}
      />
    </>
  );
};

const countsOf = ({ outcomes }: ShownImport, words: ImportPeopleWords) =>
  (Object.keys(words.outcomes) as RowOutcome[]).flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0;
    return count > 0 ? [{ key: words.outcomes[outcome], value: words.preview.rows(count) }] : [];
  });

const Rows = ({ shown, words }: ReportProps) => {
  const { column, table } = words.report;
  return (
    <Table
      caption={table}
      columns={[column.line, column.person, column.email, column.outcome].map((heading) => ({ heading }))}
      rows={shown.rows.map((row) => [
        String(row.line),
        <Who key="who" row={row} shown={shown} />,
        row.member?.email ?? '',
        <Outcome key="outcome" row={row} words={words} />,
      ])}
    />
  );
};

const Who = ({ row, shown }: { row: ShownRow; shown: ShownImport }) =>
  row.memberId && row.member ? (
    <a href={userAddress(shown.here.organisation.code, row.memberId)}>{row.member.fullName}</a>
  ) : null;

const Outcome = ({ row, words }: { row: ShownRow; words: ImportPeopleWords }) => {
  const [outcome, ...reasons] = sayOutcome(row, words);
  return (
    <>
      <Tag colour={colourOf(row.outcome)}>{outcome}</Tag>
      {reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
    </>
  );
};

const colourOf = (outcome: RowOutcome | undefined): TagColour => {
  if (outcome === 'invited') return 'green';
  return outcome === 'already-member' || outcome === 'example' ? 'grey' : 'red';
};
