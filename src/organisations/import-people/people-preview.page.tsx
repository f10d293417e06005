import type { Actor } from '../../kernel/actor.ts';
import {
  Button,
  ButtonGroup,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  InsetText,
  Note,
  type Page,
  Pagination,
  Paragraph,
  SummaryList,
  Table,
  Tag,
  type TagColour,
} from '../../ui/index.ts';
import { importPeopleAddress } from '../addresses.ts';
import { readRoleKey } from '../roles/roles.ts';
import type { ImportPeopleWords } from './import-people.words.ts';
import type { Finding, Standing } from './row-finding.ts';
import type { ShownImport, ShownRow } from './view-import.ts';

export interface PreviewProps {
  shown: ShownImport;
  actor: Actor | undefined;
  form: FormState;
}

type PartProps = PreviewProps & { words: ImportPeopleWords };

export function peoplePreviewPage(props: PreviewProps, words: ImportPeopleWords): Page {
  const { here, found, page, pages } = props.shown;
  const { code, name } = here.organisation;
  const title = words.preview.title(found.fileName);
  return {
    title: pages > 1 ? `${title}, ${words.preview.page(page, pages)}` : title,
    back: { href: importPeopleAddress(code), label: words.upload.title },
    width: 'full',
    hasErrors: props.form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={props.form.errors} />
        <Heading caption={words.place(name, code)}>{title}</Heading>
        <Paragraph lead>{words.preview.nothingYet}</Paragraph>
        <Counts {...props} words={words} />
        <Ignored columns={found.ignoredColumns} words={words} />
        <Decision {...props} words={words} />
        <Rows {...props} words={words} />
        <Pagination
          current={page}
          pages={pages}
          hrefOf={(number) => `${importPeopleAddress(code, found.id)}?page=${number}`}
        />
      </>
    ),
  };
}

const order = ['ready', 'warning', 'skipped', 'problem'] as const;

const Counts = ({ shown, words }: PartProps) => (
  <SummaryList
    rows={order
      .filter((standing) => shown.counts[standing] > 0)
      .map((standing) => ({
        key: words.preview.counts[standing],
        value: words.preview.rows(shown.counts[standing]),
      }))}
  />
);

const Ignored = ({ columns, words }: { columns: string[]; words: ImportPeopleWords }) =>
  columns.length > 0 ? (
    <InsetText>
      <p>{words.preview.ignored(columns)}</p>
      <p>{words.preview.ignoredText}</p>
    </InsetText>
  ) : null;

function Decision({ shown, actor, words }: PartProps) {
  const { preview, upload } = words;
  const { counts, found, here } = shown;
  const willBe = counts.ready + counts.warning;
  const isOwn = found.startedBy !== undefined && found.startedBy === actor?.person.accountId;
  return (
    <>
      {isOwn ? null : <InsetText>{preview.notYours(found.starterName ?? upload.gone)}</InsetText>}
      {willBe === 0 ? (
        <InsetText>
          <p>{preview.noneLeft}</p>
          <p>{preview.noneLeftText}</p>
        </InsetText>
      ) : null}
      <Form action={importPeopleAddress(here.organisation.code, found.id)}>
        <ButtonGroup>
          {isOwn && willBe > 0 ? (
            <Button name="decision" value="confirm">
              {counts.problem > 0 ? preview.confirmSome(willBe) : preview.confirm(willBe)}
            </Button>
          ) : null}
          <Button variant="secondary" name="decision" value="cancel">
            {preview.cancel}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

const Rows = (props: PartProps) => {
  const { column, table } = props.words.preview;
  return (
    <Table
      caption={table}
      columns={[column.line, column.person, column.roles, column.finding].map((heading) => ({ heading }))}
      rows={props.shown.rows.map((row) => [
        String(row.line),
        <Who key="who" row={row} words={props.words} />,
        <Roles key="roles" row={row} />,
        <Found key="found" row={row} {...props} />,
      ])}
    />
  );
};

const Who = ({ row, words }: { row: ShownRow; words: ImportPeopleWords }) => {
  const { fullName, email } = row.content?.cells ?? {};
  return (
    <>
      {fullName ?? words.preview.noName}
      <br />
      <Code>{email ?? ''}</Code>
    </>
  );
};

const Roles = ({ row }: { row: ShownRow }) => {
  const { roles, branch } = row.content?.cells ?? {};
  return (
    <>
      {roles ?? ''}
      {branch ? (
        <>
          <br />
          <Note>{branch}</Note>
        </>
      ) : null}
    </>
  );
};

const colours: Record<Standing, TagColour> = {
  problem: 'red',
  warning: 'yellow',
  ready: 'green',
  skipped: 'grey',
};

const Found = ({ row, shown, words }: PartProps & { row: ShownRow }) => (
  <>
    <Tag colour={colours[row.standing]}>{words.standings[row.standing]}</Tag>
    {(row.content?.findings ?? []).map((finding) => (
      <div key={`${finding.code} ${finding.about}`}>{sayFinding(finding, shown, words)}</div>
    ))}
  </>
);

/** Roles are kept by their keys, and said by their titles. */
function sayFinding({ code, about }: Finding, { here }: ShownImport, words: ImportPeopleWords): string {
  const role = code === 'limit' && about ? readRoleKey(here.services, about)?.name : undefined;
  return words.finding(code, role ?? about);
}
