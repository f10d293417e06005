import type { Services } from '../../platform/settings/services-setting.ts';
import {
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Paragraph,
  Table,
  Tag,
  type TagColour,
} from '../../ui/index.ts';
import { importPeopleAddress, usersAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import { allRoles, type RoleName, roleKey } from '../roles/roles.ts';
import { templateAddress } from './import-addresses.ts';
import type { ImportPeopleWords } from './import-people.words.ts';
import type { PeopleImport } from './people-import.ts';
import { personFields } from './person-columns.ts';

export interface ImportPeopleProps {
  here: Here;
  form: FormState;
  mostRows: number;
  mayAdd: boolean;
  mayGive(role: RoleName): boolean;
  imports: readonly PeopleImport[];
  timeZone: string;
}

type PartProps = ImportPeopleProps & { words: ImportPeopleWords };

export function importPeoplePage(props: ImportPeopleProps, words: ImportPeopleWords): Page {
  const { code, name } = props.here.organisation;
  const { upload } = words;
  return {
    title: upload.title,
    back: { href: usersAddress(code), label: words.users },
    width: 'full',
    hasErrors: props.form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={props.form.errors} />
        <Heading caption={words.place(name, code)}>{upload.title}</Heading>
        {props.mayAdd ? <Upload {...props} words={words} /> : <Paragraph>{upload.readOnly}</Paragraph>}
        <Heading level={2}>{upload.earlier}</Heading>
        <Earlier {...props} words={words} />
      </>
    ),
  };
}

function Upload(props: PartProps) {
  const { here, words } = props;
  const { upload } = words;
  const { code } = here.organisation;
  return (
    <>
      <Paragraph>{upload.lead(props.mostRows)}</Paragraph>
      <List kind="number" items={upload.steps} />
      <Paragraph>
        <a href={templateAddress(code)} download>
          {upload.template}
        </a>
      </Paragraph>
      <Columns {...props} />
      <Roles services={here.services} mayGive={props.mayGive} words={words} />
      <Form action={importPeopleAddress(code)} multipart>
        <FileInput
          {...fieldOf(props.form, 'file')}
          label={upload.file}
          hint={upload.fileHint}
          accept=".csv,.txt,text/csv,text/plain"
        />
        <Button>{upload.send}</Button>
      </Form>
    </>
  );
}

const Columns = ({ here, words }: PartProps) => {
  const { column, columns, meanings, branchFixed } = words.upload;
  const fixed = here.place.branchId ? { branch: branchFixed(here.organisation.name) } : {};
  return (
    <Details summary={columns}>
      <Table
        caption={columns}
        captionHidden
        columns={[{ heading: column.heading }, { heading: column.meaning }]}
        rows={personFields.map((field) => [words.headings[field][0], { ...meanings, ...fixed }[field]])}
      />
    </Details>
  );
};

interface RolesProps {
  services: Services;
  mayGive(role: RoleName): boolean;
  words: ImportPeopleWords;
}

const Roles = ({ services, mayGive, words }: RolesProps) => {
  const { role, roles } = words.upload;
  return (
    <Details summary={roles}>
      <Table
        caption={roles}
        captionHidden
        columns={[{ heading: role.name }, { heading: role.short }, { heading: role.does }]}
        rows={allRoles(services)
          .filter(mayGive)
          .map((rule) => [rule.name, roleKey(rule), rule.does])}
      />
    </Details>
  );
};

const colours: Record<PeopleImport['state'], TagColour> = {
  preview: 'yellow',
  running: 'blue',
  done: 'green',
  cancelled: 'grey',
};

function Earlier({ here, imports, timeZone, words }: PartProps) {
  const { earlier, gone, invited, none, states, table } = words.upload;
  if (imports.length === 0) return <EmptyState heading={none} />;
  return (
    <Table
      caption={earlier}
      captionHidden
      columns={[table.file, table.at, table.by, table.state].map((heading) => ({ heading }))}
      rows={imports.map((one) => [
        <a key="file" href={importPeopleAddress(here.organisation.code, one.id)}>
          {one.fileName}
        </a>,
        words.moment(one.createdAt, timeZone),
        one.starterName ?? gone,
        <span key="state">
          <Tag colour={colours[one.state]}>{states[one.state]}</Tag>{' '}
          {one.state === 'done' ? invited(one.invited) : null}
        </span>,
      ])}
    />
  );
}
