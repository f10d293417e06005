import type { Services } from '../../platform/settings/services-setting.ts';
import {
  Card,
  CardGroup,
  EmptyState,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  Table,
} from '../../ui/index.ts';
import { myPeopleAddress, ticketsAddress } from '../account-navigation.ts';
import { changeEmailAddress } from '../addresses.ts';
import { roleTitle } from '../role-title.ts';
import type { Access, AccountHome } from './account-home.store.ts';
import type { AccountHomeWords } from './account-home.words.ts';

interface Props {
  home: AccountHome;
  invitations: { address: string; count: number };
  addressOf: (code: string) => string;
  /** Whether they look after anybody’s access. */
  hasPeople: boolean;
  timeZone: string;
  services: Services;
  registration: boolean;
}

type Parts = Props & { words: AccountHomeWords };

/** More stand on the page of organisations. */
const mostShown = 5;

export const accountHomePage = (props: Props, words: AccountHomeWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.loggedInAs(props.home.fullName, props.home.email)}</Paragraph>
      <Paragraph>{words.protectedBy(props.home.factors)}</Paragraph>
      <WhatWaits {...props} words={words} />
      {props.home.access.length > 0 ? (
        <AccessTable {...props} words={words} />
      ) : (
        <NoAccess {...props} words={words} />
      )}
      <Sections {...props} words={words} />
    </>
  ),
});

function WhatWaits({ home, invitations, timeZone, words }: Parts) {
  const { confirmEmail, stoppable } = words;
  return (
    <>
      {invitations.count > 0 ? (
        <InsetText>
          <Heading level={2} size="s">
            {words.invitations.heading(invitations.count)}
          </Heading>
          <a href={invitations.address}>{words.invitations.link}</a>
        </InsetText>
      ) : null}
      {home.pendingEmail ? (
        <InsetText>
          <Heading level={2} size="s">
            {confirmEmail.heading}
          </Heading>
          <Paragraph>{confirmEmail.what(home.pendingEmail)}</Paragraph>
          <a href={changeEmailAddress}>{confirmEmail.link}</a>
        </InsetText>
      ) : null}
      {home.stoppableUntil ? (
        <InsetText>
          <Heading level={2} size="s">
            {stoppable.heading}
          </Heading>
          <Paragraph>{stoppable.what(words.moment(home.stoppableUntil, timeZone))}</Paragraph>
        </InsetText>
      ) : null}
    </>
  );
}

function AccessTable({ home, addressOf, services, timeZone, words }: Parts) {
  const organisations = byOrganisation(home.access);
  return (
    <>
      <Table
        caption={words.access}
        columns={[
          { heading: words.organisation },
          { heading: words.code },
          { heading: words.role },
          { heading: words.since },
        ]}
        rows={organisations
          .slice(0, mostShown)
          .map(([first, ...others]) => [
            first.code ? <a href={addressOf(first.code)}>{first.organisation}</a> : first.organisation,
            first.code ?? '',
            <Lines
              key="roles"
              items={[first, ...others].map((held) => roleTitle(services, words.staffRoles, held))}
            />,
            words.day(first.since, timeZone),
          ])}
      />
      {organisations.length > mostShown ? (
        <Paragraph>
          <a href="/account/access">{words.allAccess(organisations.length)}</a>
        </Paragraph>
      ) : null}
    </>
  );
}

type Roles = [Access, ...Access[]];

/** What somebody holds at one organisation stands together, whenever it came. */
function byOrganisation(access: readonly Access[]): Roles[] {
  const organisations = new Map<string, Roles>();
  for (const held of access) {
    const key = held.code ?? held.organisation;
    const roles = organisations.get(key);
    if (roles) roles.push(held);
    else organisations.set(key, [held]);
  }
  return [...organisations.values()];
}

const Lines = ({ items }: { items: string[] }) => (
  <>
    {items.map((item) => (
      <div key={item}>{item}</div>
    ))}
  </>
);

const NoAccess = ({ registration, words }: Parts) =>
  registration ? (
    <EmptyState heading={words.noAccess.heading}>
      <Paragraph>{words.noAccess.about}</Paragraph>
      <a href="/register-organisation?to=ask">{words.noAccess.register}</a>
    </EmptyState>
  ) : null;

const sections = ['profile', 'details', 'security', 'access', 'devices', 'activity', 'data'] as const;

/** Organisations stand here for whoever has one, or may come to have one; people for whoever looks after some, first. */
const Sections = ({ home, hasPeople, registration, words }: Parts) => (
  <CardGroup>
    {hasPeople ? <Section of={words.cards.people} href={myPeopleAddress} /> : null}
    {sections
      .filter((section) => section !== 'access' || registration || home.access.length > 0)
      .map((section) => (
        <Section key={section} of={words.cards[section]} href={`/account/${section}`} />
      ))}
    <Section of={words.cards.tickets} href={ticketsAddress} />
  </CardGroup>
);

const Section = ({
  of: { heading, what },
  href,
}: {
  of: { heading: string; what: string };
  href: string;
}) => (
  <Card heading={heading} href={href}>
    <p>{what}</p>
  </Card>
);
