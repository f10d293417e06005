import { Fragment } from 'react';
import { Heading, LinkButton, type Page, Paragraph, Table, Tag } from '../../../ui/index.ts';
import { deskTeamsAddress } from '../../addresses.ts';
import { personAddress, staffAddress, staffMemberAddress } from '../addresses.ts';
import { type DeskWords, roleName } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { StaffMember } from './staff.store.ts';
import type { StaffWords } from './staff.words.ts';

export interface StaffProps {
  staff: readonly StaffMember[];
  /** Who looks, and cannot change themselves. */
  viewer: string;
  timeZone: string;
  notice: Notice | undefined;
}

interface Words {
  desk: DeskWords;
  staff: StaffWords;
}

export const staffPage = (props: StaffProps, words: Words): Page => ({
  title: words.staff.title,
  width: 'full',
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.staff.title}</Heading>
      <Paragraph>{words.staff.lead}</Paragraph>
      <LinkButton href={`${staffAddress}/add`}>{words.staff.add}</LinkButton>
      <Paragraph>
        <a href={deskTeamsAddress}>{words.staff.teams}</a>
      </Paragraph>
      <StaffTable {...props} words={words} />
    </>
  ),
});

function StaffTable({ staff, viewer, timeZone, words }: StaffProps & { words: Words }) {
  const { columns } = words.staff;
  const headings = [columns.name, columns.email, columns.role, columns.state, columns.since, columns.change];
  return (
    <Table
      caption={words.staff.caption}
      captionHidden
      columns={headings.map((heading) => ({ heading }))}
      rows={staff.map((member) => [
        <a key="name" href={personAddress(member.id)}>
          {member.name}
        </a>,
        member.email,
        roleName(member.role, words.desk),
        <StateTag key="state" member={member} words={words.staff} />,
        words.desk.day(member.since, timeZone),
        member.id === viewer ? (
          words.staff.yourself
        ) : (
          <Steps key="steps" member={member} words={words.staff} />
        ),
      ])}
    />
  );
}

interface MemberProps {
  member: StaffMember;
  words: StaffWords;
}

function StateTag({ member, words }: MemberProps) {
  if (member.state === 'deactivated' || member.state === 'closed')
    return <Tag colour="red">{words.states.stopped}</Tag>;
  return member.isSetUp ? (
    <Tag colour="green">{words.states.active}</Tag>
  ) : (
    <Tag colour="yellow">{words.states.waiting}</Tag>
  );
}

const Steps = ({ member, words }: MemberProps) =>
  (['role', 'resend', 'end'] as const).map((step) => (
    <Fragment key={step}>
      <a href={staffMemberAddress(member.id, step)}>
        {words.steps[step]}
        <span className="nhsuk-u-visually-hidden"> {words.of(member.name)}</span>
      </a>
      <br />
    </Fragment>
  ));
