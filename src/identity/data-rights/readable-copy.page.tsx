import { Heading, List, type Page, Paragraph, SummaryList, Table } from '../../ui/index.ts';
import type { DataCopy } from './data-export.ts';
import { dataAddress } from './data-rights.addresses.ts';
import type { DataRightsWords } from './data-rights.words.ts';
import { readableValue } from './readable-value.ts';

type Row = Record<string, unknown>;
type Words = DataRightsWords['readable'];

/** More rows than these are not read but searched, and the file is better for that. */
const mostShown = 200;

/** A wider table would run off the page; its rows are shown one below the other. */
const mostColumns = 8;

export const readableCopyPage = (
  { sections, preparedAt }: DataCopy,
  timeZone: string,
  { readable: words }: DataRightsWords,
): Page => ({
  title: words.title,
  width: 'full',
  back: { href: dataAddress, label: words.back },
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.made(new Date(preparedAt), timeZone)}</Paragraph>
      {inOrder(sections, words).map(([name, rows]) => (
        <Section key={name} name={name} rows={rows} timeZone={timeZone} words={words} />
      ))}
    </>
  ),
});

/** Who the person is comes first; a section without words of its own comes last. */
function inOrder(sections: DataCopy['sections'], words: Words) {
  const order = Object.keys(words.sections);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(sections).sort(([one], [other]) => place(one) - place(other));
}

interface SectionProps {
  name: string;
  rows: readonly Row[];
  timeZone: string;
  words: Words;
}

function Section({ name, rows, timeZone, words }: SectionProps) {
  const title = words.sections[name] ?? words.other(name);
  const [first] = rows;
  const say = (row: Row, field: string) => readableValue(row[field], field, timeZone, words);
  if (!first)
    return (
      <>
        <Heading level={2}>{title}</Heading>
        <Paragraph>{words.nothing}</Paragraph>
      </>
    );
  const fields = Object.keys(first);
  const shown = rows.slice(0, mostShown);
  return (
    <>
      {rows.length === 1 || fields.length > mostColumns ? (
        <>
          <Heading level={2}>{title}</Heading>
          {shown.map((row, at) => (
            <SummaryList
              key={at}
              rows={fields.map((field) => ({
                key: words.other(field),
                value: <Value lines={say(row, field)} />,
              }))}
            />
          ))}
        </>
      ) : (
        <Table
          caption={title}
          columns={fields.map((field) => ({ heading: words.other(field) }))}
          rows={shown.map((row) => fields.map((field) => <Value key={field} lines={say(row, field)} />))}
        />
      )}
      {rows.length > mostShown ? <Paragraph>{words.more(mostShown, rows.length)}</Paragraph> : null}
    </>
  );
}

const Value = ({ lines }: { lines: string[] }) => (lines.length > 1 ? <List items={lines} /> : lines[0]);
