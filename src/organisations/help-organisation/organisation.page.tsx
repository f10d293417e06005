import type { Services } from '../../platform/settings/services-setting.ts';
import {
  Button,
  Card,
  CardGroup,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  List,
  Note,
  NotificationBanner,
  type Page,
  Paragraph,
  SummaryList,
  Table,
  Tag,
  TextInput,
  WarningCallout,
} from '../../ui/index.ts';
import { deskOrganisationAddress, mainContactRequestAddress } from '../addresses.ts';
import type { Member } from '../members/member.ts';
import type { MemberWords } from '../members/member.words.ts';
import { addressLine } from '../places/organisation-address.tsx';
import { roleTitle } from '../roles/roles.ts';
import type { HelpOrganisationWords } from './help-organisation.words.ts';
import type { OrganisationFacts } from './read-organisation.ts';

type Words = HelpOrganisationWords;

export interface OrganisationPageProps extends OrganisationFacts {
  form: FormState;
  notice: string | undefined;
  services: Services;
  timeZone: string;
  memberWords: MemberWords;
}

type PartProps = OrganisationPageProps & { words: Words };

export const organisationPage = (props: OrganisationPageProps, words: Words): Page => ({
  title: props.practice.name,
  hasErrors: props.form.errors.length > 0,
  width: 'full',
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      {props.notice && props.form.errors.length === 0 ? (
        <NotificationBanner success heading={props.notice} />
      ) : null}
      <Heading caption={words.caption(props.practice.code)}>{props.practice.name}</Heading>
      <Closing {...props} words={words} />
      <Helpless {...props} words={words} />
      <Facts {...props} words={words} />
      <Members {...props} words={words} />
    </>
  ),
});

function Closing(props: PartProps) {
  const { closure, isClosed, successor, members, practice, words } = props;
  if (!closure && !isClosed) return null;
  const canMove = successor && !closure?.accessEndedAt && members.length > 0;
  return (
    <>
      <WarningCallout heading={words.closure.heading}>
        <p>{sayClosing(props)}</p>
        {closure ? (
          <p>
            {successor ? words.closure.successor(successor.name, successor.code) : words.closure.noSuccessor}
          </p>
        ) : null}
      </WarningCallout>
      {canMove ? (
        <LinkButton href={deskOrganisationAddress(practice.id, 'move')}>{words.move.link}</LinkButton>
      ) : null}
      {closure && !closure.accessEndedAt ? <SuccessorForms {...props} /> : null}
    </>
  );
}

const Helpless = ({ hasAdministrator, isClosed, practice, words: { helpless } }: PartProps) =>
  hasAdministrator || isClosed || !practice.registeredAt ? null : (
    <WarningCallout heading={helpless.heading}>
      <p>{helpless.text}</p>
    </WarningCallout>
  );

function sayClosing({ closure, words }: PartProps): string {
  if (!closure) return words.closure.noticed;
  return closure.accessEndedAt
    ? words.closure.over(closure.readOnlyUntil)
    : words.closure.until(closure.readOnlyUntil);
}

const SuccessorForms = ({ practice, successor, form, work, words: { successor: words } }: PartProps) => (
  <>
    <Heading level={2}>{successor ? words.again : words.heading}</Heading>
    <Form action={deskOrganisationAddress(practice.id, 'successor')}>
      <TextInput {...fieldOf(form, 'code')} label={words.label} hint={words.hint} width={10} code />
      <Button variant={successor ? 'secondary' : 'primary'}>{words.button}</Button>
    </Form>
    {work.isSuccessorWanted ? (
      <Form action={deskOrganisationAddress(practice.id, 'nobody-moves')}>
        <Paragraph>{words.nobodyText}</Paragraph>
        <Button variant="secondary">{words.nobody}</Button>
      </Form>
    ) : null}
  </>
);

const Facts = ({ practice, mailbox, work, timeZone, words }: PartProps) => (
  <CardGroup>
    <Card heading={words.register}>
      <SummaryList
        rows={[
          { key: words.keys.name, value: practice.name },
          { key: words.keys.uniqueId, value: <Code>{practice.code}</Code> },
          { key: words.keys.address, value: addressLine(practice) || words.none },
          { key: words.keys.phone, value: practice.phone ?? words.none },
          { key: words.keys.status, value: sayStatus(practice, words) },
        ]}
      />
    </Card>
    <Card heading={words.here}>
      <SummaryList
        rows={[
          {
            key: words.keys.registered,
            value: practice.registeredAt ? words.day(practice.registeredAt, timeZone) : words.notRegistered,
          },
          { key: words.keys.mailbox, value: mailbox?.address ?? words.none },
          { key: words.keys.requests, value: words.waiting(work.accessRequests) },
          {
            key: words.keys.mainContact,
            value:
              work.mainContactRequests.length === 0 ? (
                words.waiting(0)
              ) : (
                <List
                  items={work.mainContactRequests.map(({ id, reference, fullName }) => (
                    <a key={id} href={mainContactRequestAddress(id)}>
                      {fullName} {reference}
                    </a>
                  ))}
                />
              ),
          },
        ]}
      />
    </Card>
  </CardGroup>
);

function sayStatus({ status, closedOn }: OrganisationFacts['practice'], words: Words): string {
  if (!closedOn) return words.statuses[status];
  return status === 'closed' ? words.closedOn(closedOn) : words.closesOn(closedOn);
}

const Members = ({ members, branches, services, timeZone, memberWords, words }: PartProps) => {
  const { columns, ...say } = words.members;
  const branchOf = ({ branchId }: Member) => branchId && branches.get(branchId);
  return (
    <>
      <Heading level={2}>{say.heading}</Heading>
      {members.length === 0 ? (
        <Paragraph>{say.none}</Paragraph>
      ) : (
        <Table
          caption={say.caption}
          captionHidden
          columns={[columns.name, columns.state, columns.roles, columns.used].map((heading) => ({ heading }))}
          rows={members.map((member) => [
            <PersonLink key="name" member={member} branch={branchOf(member)} words={words} />,
            <Tag key="state" colour={member.state === 'active' ? 'green' : 'yellow'}>
              {memberWords.states[member.state as keyof MemberWords['states']]}
            </Tag>,
            member.roles.map((role) => roleTitle(services, role)).join(', ') || say.noRoles,
            member.lastUsedAt ? words.day(member.lastUsedAt, timeZone) : say.never,
          ])}
        />
      )}
    </>
  );
};

const PersonLink = ({
  member,
  branch,
  words,
}: {
  member: Member;
  branch: string | undefined;
  words: Words;
}) => (
  <>
    {member.accountId ? <a href={`/desk/people/${member.accountId}`}>{member.fullName}</a> : member.fullName}
    {branch ? (
      <span className="gh-line">
        <Note>{words.members.onlyAt(branch)}</Note>
      </span>
    ) : null}
  </>
);
