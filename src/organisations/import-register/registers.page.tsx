import {
  Button,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Table,
  Tag,
  type TagColour,
} from '../../ui/index.ts';
import { registerImportAddress, registersAddress } from '../addresses.ts';
import type { ImportRegisterWords } from './import-register.words.ts';
import type { ShownImport } from './upload.store.ts';

interface RegistersProps {
  imports: readonly ShownImport[];
  form: FormState;
  timeZone: string;
}

type Words = ImportRegisterWords;

export const registersPage = (props: RegistersProps, words: Words): Page => ({
  title: words.desk.title,
  width: 'full',
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.desk.title}</Heading>
      <Paragraph>{words.desk.lead}</Paragraph>
      <Heading level={2}>{words.desk.upload}</Heading>
      <Form action={registersAddress} multipart>
        <FileInput
          {...fieldOf(props.form, 'file')}
          label={words.desk.file}
          hint={words.desk.fileHint}
          accept=".csv,text/csv,text/plain"
        />
        <Button>{words.desk.send}</Button>
      </Form>
      <Heading level={2}>{words.desk.earlier}</Heading>
      {props.imports.length === 0 ? (
        <EmptyState heading={words.desk.none}>
          <p>{words.desk.noneText}</p>
        </EmptyState>
      ) : (
        <ImportsTable {...props} words={words} />
      )}
    </>
  ),
});

const ImportsTable = ({ imports, timeZone, words }: RegistersProps & { words: Words }) => {
  const { columns } = words.desk;
  return (
    <Table
      caption={words.desk.earlier}
      captionHidden
      columns={[columns.file, columns.at, columns.by, columns.result].map((heading) => ({ heading }))}
      rows={imports.map((row) => [
        <a key="file" href={registerImportAddress(row.id)}>
          {row.fileName}
        </a>,
        words.desk.at(row.createdAt, timeZone),
        row.startedBy ?? words.desk.bySystem,
        <Result key="result" row={row} words={words} />,
      ])}
    />
  );
};

const colours: Record<string, TagColour> = { done: 'green', failed: 'red', running: 'blue', waiting: 'grey' };

const Result = ({ row, words }: { row: ShownImport; words: Words }) => (
  <>
    <Tag colour={colours[row.state] ?? 'grey'}>{words.desk.states[row.state]}</Tag>
    {row.report ? (
      <>
        <br />
        {words.desk.counted(
          row.report.added.total,
          row.report.changed.total,
          row.report.closed.total,
          row.report.refused.total,
        )}
      </>
    ) : null}
  </>
);
