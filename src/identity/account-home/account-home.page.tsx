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
import { changeEmailAddress } from '../addresses.ts';
import { roleTitle } from '../role-title.ts';
import type { AccountHome } from './account-home.store.ts';
import type { AccountHomeWords } from './account-home.words.ts';

interface Props {
  home: AccountHome;
  invitations: { address: string; count: number };
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

const AccessTable = ({ home, services, timeZone, words }: Parts) => (
  <>
    <Table
      caption={words.access}
      columns={[
        { heading: words.organisation },
        { heading: words.code },
        { heading: words.role },
        { heading: words.since },
      ]}
      rows={home.access
        .slice(0, mostShown)
        .map((held) => [
          held.organisation,
          held.code ?? '',
          roleTitle(services, words.staffRoles, held),
          words.day(held.since, timeZone),
        ])}
    />
    {home.access.length > mostShown ? (
      <Paragraph>
        <a href="/account/access">{words.allAccess(home.access.length)}</a>
      </Paragraph>
    ) : null}
  </>
);

const NoAccess = ({ registration, words }: Parts) =>
  registration ? (
    <EmptyState heading={words.noAccess.heading}>
      <Paragraph>{words.noAccess.about}</Paragraph>
      <a href="/register-organisation">{words.noAccess.register}</a>
    </EmptyState>
  ) : null;

const sections = ['profile', 'details', 'security', 'access', 'devices', 'activity', 'data'] as const;

/** Organisations stand here for whoever has one, or may come to have one. */
const Sections = ({ home, registration, words }: Parts) => (
  <CardGroup>
    {sections
      .filter((section) => section !== 'access' || registration || home.access.length > 0)
      .map((section) => (
        <Card key={section} heading={words.cards[section].heading} href={`/account/${section}`}>
          <p>{words.cards[section].what}</p>
        </Card>
      ))}
  </CardGroup>
);
