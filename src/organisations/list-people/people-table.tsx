import { Note, Table } from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import { MemberState, sayWho } from '../members/member-state.tsx';
import { roleTitle } from '../roles/roles.ts';
import type { AllPeopleWords, PeopleProps } from './list-people.page.tsx';
import type { ListedPerson } from './list-people.ts';

type Props = PeopleProps & { words: AllPeopleWords };
type RowProps = Props & ListedPerson;

export const PeopleTable = (props: Props) =>
  props.list.query.state === 'removed' ? <RemovedTable {...props} /> : <CurrentTable {...props} />;

function CurrentTable(props: Props) {
  const { list, words } = props;
  const { columns } = words.list;
  const hasBranches = list.branches.length > 0 || list.here.place.branchId !== undefined;
  const headings = [columns.name, columns.state, columns.roles, ...(hasBranches ? [columns.branch] : [])];
  return (
    <Table
      caption={captionOf(props)}
      columns={[...headings, columns.lastUse, columns.addedBy].map((heading) => ({ heading }))}
      rows={list.people.map((person) => [
        <Name key="name" {...props} {...person} />,
        <State key="state" {...props} {...person} />,
        <Roles key="roles" {...props} {...person} />,
        ...(hasBranches ? [<Branch key="branch" {...props} {...person} />] : []),
        lastUse({ ...props, ...person }),
        sayWho(person.facts.addedBy, words.member.notRecorded, words.member),
      ])}
    />
  );
}

function RemovedTable(props: Props) {
  const { list, words, timeZone } = props;
  const { columns } = words.list;
  const headings = [columns.name, columns.removedAt, columns.removedBy, columns.because, columns.hadRoles];
  return (
    <Table
      caption={captionOf(props)}
      columns={headings.map((heading) => ({ heading }))}
      rows={list.people.map((person) => [
        <Name key="name" {...props} {...person} />,
        person.member.ended ? words.member.moment(person.member.ended.at, timeZone) : '',
        sayWho(person.facts.endedBy, words.member.itself, words.member),
        words.member.because[person.member.ended?.because ?? ''] ?? words.member.notRecorded,
        <Roles key="roles" {...props} {...person} />,
      ])}
    />
  );
}

const captionOf = ({ list, perPage, words }: Props): string => {
  const from = (list.query.page - 1) * perPage + 1;
  return words.list.caption(from, from + list.people.length - 1, list.total);
};

const Name = ({ list, member }: RowProps) => (
  <>
    <a href={userAddress(list.here.organisation.code, member.id)}>{member.fullName}</a>
    <span className="gh-line gh-long">
      <Note>{member.email}</Note>
    </span>
    {member.jobTitle ? (
      <span className="gh-line">
        <Note>{member.jobTitle}</Note>
      </span>
    ) : null}
  </>
);

const State = ({ list, timeZone, words, ...person }: RowProps) => (
  <MemberState {...{ ...person, timeZone, now: list.now, today: list.today, words: words.member }} />
);

function Roles({ list: { here }, member, words }: RowProps) {
  if (member.roles.length === 0) return <Note>{words.list.noRoles}</Note>;
  return member.roles.map((role) => (
    <span className="gh-line" key={`${role.service}/${role.role}`}>
      {roleTitle(here.services, role)}
    </span>
  ));
}

const Branch = ({ facts, words }: RowProps) =>
  facts.branch ? (
    words.member.named(facts.branch.name, facts.branch.code)
  ) : (
    <Note>{words.member.wholePractice}</Note>
  );

const lastUse = ({ member, timeZone, words }: RowProps): string =>
  member.lastUsedAt ? words.member.day(member.lastUsedAt, timeZone) : words.member.notYet;
