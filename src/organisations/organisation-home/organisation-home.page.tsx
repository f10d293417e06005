import { Card, CardGroup, Heading, InsetText, List, type Page, Paragraph, Table } from '../../ui/index.ts';
import {
  accessRequestsAddress,
  handoverAddress,
  leaversAddress,
  myInvitationsAddress,
  newUserAddress,
  objectionAddress,
  organisationAddress,
  reviewAddress,
  usersAddress,
} from '../addresses.ts';
import type { MemberWords } from '../members/member.words.ts';
import { ReadOnlyNotice } from '../members/member-notice.tsx';
import { roleKey } from '../roles/roles.ts';
import type { OrganisationHomeWords } from './organisation-home.words.ts';
import type { OrganisationHome } from './read-home.ts';

export interface AllHomeWords {
  home: OrganisationHomeWords;
  member: MemberWords;
}

type PartProps = OrganisationHome & { words: AllHomeWords };

export function organisationHomePage(home: OrganisationHome, words: AllHomeWords): Page {
  const { organisation } = home.here;
  const all = { ...home, words };
  return {
    title: organisation.name,
    body: (
      <>
        <Heading caption={organisation.code}>{organisation.name}</Heading>
        <Practice {...all} />
        <ReadOnlyNotice closed={home.closed} words={words.member} />
        <Waiting {...all} />
        <People {...all} />
        <Roles {...all} />
        <Branches {...all} />
        <More {...all} />
      </>
    ),
  };
}

function Practice({ here: { practice, place }, may, words }: PartProps) {
  if (!place.branchId) return null;
  return (
    <Paragraph>
      {words.home.branchOf}{' '}
      {may.actForPractice ? <a href={organisationAddress(practice.code)}>{practice.name}</a> : practice.name}
    </Paragraph>
  );
}

function Waiting({ here, facts, may, words }: PartProps) {
  const { waiting } = words.home;
  const { code } = here.organisation;
  const items = [
    facts.handoverIsOffered && { href: handoverAddress(here.practice.code), label: waiting.handover },
    ...(may.object ? facts.wouldBeMainContacts : []).map(({ id, name }) => ({
      href: objectionAddress(here.practice.code, id),
      label: waiting.mainContact(name),
    })),
    facts.invitations > 0 && { href: myInvitationsAddress, label: waiting.invitations(facts.invitations) },
    may.decide &&
      facts.requests > 0 && { href: accessRequestsAddress(code), label: waiting.requests(facts.requests) },
    may.decide && facts.leavers > 0 && { href: leaversAddress(code), label: waiting.leavers(facts.leavers) },
    may.review && facts.reviewIsOpen && { href: reviewAddress(code), label: waiting.review },
  ].filter((item): item is { href: string; label: string } => item !== false);
  if (items.length === 0) return null;
  return (
    <InsetText>
      <Heading level={2} size="s">
        {waiting.title}
      </Heading>
      <List
        items={items.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      />
    </InsetText>
  );
}

function People({ here: { organisation, place }, closed, facts, may, words }: PartProps) {
  const { people } = words.home;
  if (!may.seePeople) return null;
  return (
    <CardGroup>
      <Card heading={people.title} href={usersAddress(organisation.code)}>
        <p>
          {place.isReadOnly
            ? people.closed(closed?.until && words.member.calendarDay(closed.until))
            : people.about}
        </p>
        <p>{people.counts(facts.active, facts.invited, facts.onLeave)}</p>
      </Card>
      {may.addPeople ? (
        <Card heading={people.create} href={newUserAddress(organisation.code)}>
          <p>{people.createAbout}</p>
        </Card>
      ) : null}
    </CardGroup>
  );
}

function Roles({ roles, otherRoles, words }: PartProps) {
  const labels = words.home.roles;
  return (
    <Table
      caption={labels.title}
      columns={[labels.role, labels.does, labels.service].map((heading) => ({ heading }))}
      rows={[
        ...roles.map(({ name, does, serviceName }) => [name, does, serviceName]),
        ...otherRoles.map((role) => [role.role, '', roleKey(role)]),
      ]}
    />
  );
}

function Branches({ branches, words }: PartProps) {
  if (branches.length === 0) return null;
  return (
    <>
      <Heading level={2}>{words.home.branches.title}</Heading>
      <Paragraph>{words.home.branches.about}</Paragraph>
      <List
        items={branches.map(({ code, name }) => (
          <a key={code} href={organisationAddress(code)}>
            {words.member.named(name, code)}
          </a>
        ))}
      />
    </>
  );
}

function More({ here: { organisation }, may, words: { home } }: PartProps) {
  const { code } = organisation;
  const links = [
    may.decide && { href: accessRequestsAddress(code), label: home.more.requests },
    may.review && { href: reviewAddress(code), label: home.more.reviews },
    may.handOver && { href: handoverAddress(code), label: home.more.handOver },
    { href: leaversAddress(code), label: home.more.left },
    { href: '/account/access', label: home.more.access },
  ].filter((link) => link !== false);
  return (
    <>
      <Heading level={2}>{home.more.title}</Heading>
      <List
        items={links.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      />
    </>
  );
}
