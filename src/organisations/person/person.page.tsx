import { Heading, List, Note, type Page, Paragraph, SummaryList, WarningCallout } from '../../ui/index.ts';
import { usersAddress } from '../addresses.ts';
import type { MemberWords } from '../members/member.words.ts';
import { MemberNotice, ReadOnlyNotice } from '../members/member-notice.tsx';
import { findRole, roleTitle } from '../roles/roles.ts';
import type { PersonWords } from './person.words.ts';
import { endedRows, factRows } from './person-facts.tsx';
import { PersonTrail } from './person-trail.tsx';
import type { OnePerson } from './read-person.ts';

export interface PersonProps extends OnePerson {
  done: unknown;
  timeZone: string;
}

export interface AllPersonWords {
  person: PersonWords;
  member: MemberWords;
}

export type PersonPartProps = PersonProps & { words: AllPersonWords };

export function personPage(props: PersonProps, words: AllPersonWords): Page {
  const { member, here } = props;
  const { organisation } = here;
  const all = { ...props, words };
  return {
    title: member.fullName,
    back: { href: usersAddress(organisation.code), label: words.person.back },
    body: (
      <>
        <MemberNotice done={props.done} name={member.fullName} words={words.member} />
        <Heading caption={words.member.named(organisation.name, organisation.code)}>
          {member.fullName}
        </Heading>
        {props.isSelf ? <Paragraph>{words.person.self}</Paragraph> : null}
        <ReadOnlyNotice closed={props.closed} words={words.member} />
        <LeaverReports {...all} />
        <SummaryList rows={factRows(all)} />
        {member.ended ? <Ended {...all} /> : null}
        <Roles {...all} />
        <Actions {...all} />
        <PersonTrail {...all} />
      </>
    ),
  };
}

const LeaverReports = ({ leaverReports, timeZone, words }: PersonPartProps) => {
  const { leaving } = words.person;
  if (leaverReports.length === 0) return null;
  return (
    <WarningCallout>
      {leaverReports.map(({ isOwn, by, at, note }) => (
        <p key={at.toISOString()}>
          {isOwn
            ? leaving.own(words.member.day(at, timeZone))
            : leaving.other(by ?? leaving.somebody, words.member.day(at, timeZone))}
          {note ? <span className="gh-typed-lines gh-line">{note}</span> : null}
        </p>
      ))}
    </WarningCallout>
  );
};

const Ended = (props: PersonPartProps) => {
  const { member, timeZone, now, words } = props;
  const undoUntil = member.ended?.undoUntil;
  return (
    <>
      <SummaryList rows={endedRows(props)} />
      <Paragraph small>{words.person.ended.secret}</Paragraph>
      {undoUntil && undoUntil > now ? (
        <Paragraph>{words.person.ended.undo(words.member.moment(undoUntil, timeZone))}</Paragraph>
      ) : null}
    </>
  );
};

function Roles({ member, here, words }: PersonPartProps) {
  const { roles } = words.person;
  return (
    <>
      <Heading level={2}>{member.state === 'removed' ? roles.hadTitle : roles.title}</Heading>
      {member.state === 'invited' ? <Paragraph>{roles.notYet}</Paragraph> : null}
      {member.state === 'on-leave' ? <Paragraph>{roles.onLeave}</Paragraph> : null}
      {member.roles.length === 0 ? <Paragraph>{roles.none}</Paragraph> : null}
      <SummaryList
        rows={byService(member.roles).map(({ service, held }) => ({
          key: here.services[service]?.name ?? service,
          value: held.map((role) => (
            <span className="gh-line" key={role.role}>
              {roleTitle(here.services, role)} <Note>{findRole(here.services, role)?.does}</Note>
            </span>
          )),
        }))}
      />
    </>
  );
}

const byService = (roles: OnePerson['member']['roles']) =>
  [...new Set(roles.map(({ service }) => service))].map((service) => ({
    service,
    held: roles.filter((role) => role.service === service),
  }));

function Actions({ actions, isSelf, words }: PersonPartProps) {
  const labels = words.person.actions;
  if (actions.length === 0) return isSelf ? null : <Paragraph>{labels.none}</Paragraph>;
  return (
    <>
      <Heading level={2}>{labels.title}</Heading>
      <List
        items={actions.map(({ action, href }) => (
          <a key={action} href={href}>
            {labels.labels[action]}
          </a>
        ))}
      />
    </>
  );
}
