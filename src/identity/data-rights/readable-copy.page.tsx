import { Fragment } from 'react';
import { Heading, type Page, Paragraph, SummaryList, Table } from '../../ui/index.ts';
import type { DataCopy } from './data-export.ts';
import { dataAddress } from './data-rights.addresses.ts';
import type { SectionWords } from './readable-copy.words.ts';
import { type Reading, type Row, readableValue } from './readable-value.ts';

/** More rows than these are not read but searched, and the file is better for that. */
const mostShown = 200;

/** A wider table would run off the page; its rows are shown one below the other. */
const mostColumns = 8;

export const readableCopyPage = ({ sections, preparedAt }: DataCopy, reading: Reading): Page => ({
  title: reading.words.title,
  width: 'full',
  back: { href: dataAddress, label: reading.words.back },
  body: (
    <>
      <Heading>{reading.words.title}</Heading>
      <Paragraph>{reading.words.made(new Date(preparedAt), reading.timeZone)}</Paragraph>
      <Paragraph>{reading.words.leftOut}</Paragraph>
      {Object.entries(reading.words.sections).map(([name, words]) => (
        <Section key={name} name={name} words={words} rows={sections[name] ?? []} reading={reading} />
      ))}
    </>
  ),
});

interface SectionProps {
  name: string;
  words: SectionWords;
  rows: readonly Row[];
  reading: Reading;
}

function Section({ name, words, rows, reading }: SectionProps) {
  const shown = rows
    .slice(0, mostShown)
    .map((row) =>
      Object.fromEntries(
        Object.keys(words.fields).map((field) => [field, readableValue(row, name, field, reading)]),
      ),
    );
  const fields = Object.keys(words.fields).filter((field) => shown.some((row) => row[field]?.length));
  const asTable = shown.length > 1 && fields.length <= mostColumns;
  return (
    <>
      <Heading level={2}>{words.title}</Heading>
      {shown.length === 0 ? <Paragraph>{words.none}</Paragraph> : null}
      {asTable ? (
        <Rows words={words} fields={fields} rows={shown} />
      ) : (
        shown.map((row, at) => <One key={at} words={words} fields={fields} row={row} />)
      )}
      {rows.length > mostShown ? <Paragraph>{reading.words.more(mostShown, rows.length)}</Paragraph> : null}
    </>
  );
}

type Said = Record<string, string[]>;

const Rows = ({ words, fields, rows }: { words: SectionWords; fields: string[]; rows: Said[] }) => (
  <Table
    caption={words.title}
    captionHidden
    columns={fields.map((field) => ({ heading: words.fields[field] ?? '' }))}
    rows={rows.map((row) => fields.map((field) => <Value key={field} lines={row[field] ?? []} />))}
  />
);

const One = ({ words, fields, row }: { words: SectionWords; fields: string[]; row: Said }) => (
  <SummaryList
    rows={fields
      .filter((field) => row[field]?.length)
      .map((field) => ({ key: words.fields[field] ?? '', value: <Value lines={row[field] ?? []} /> }))}
  />
);

const Value = ({ lines }: { lines: string[] }) =>
  lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
