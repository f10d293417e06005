import { Heading, LinkButton, type Page, Panel, Paragraph } from '../../ui/index.ts';
import { organisationAddress } from '../addresses.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import type { Invitation } from './invitation.ts';

/** Who starts on a later day has nothing to see there yet. */
export const acceptedPage = (
  { code, organisation, startsOn }: Invitation,
  today: string,
  { accepted }: AcceptInvitationWords,
): Page => {
  const isLater = startsOn !== null && startsOn > today;
  return {
    title: accepted.title(organisation),
    body: (
      <>
        <Panel title={accepted.title(organisation)}>
          {isLater ? accepted.later(startsOn) : accepted.body}
        </Panel>
        {isLater ? (
          <LinkButton href="/account">{accepted.account}</LinkButton>
        ) : (
          <LinkButton href={organisationAddress(code)}>{accepted.go(organisation)}</LinkButton>
        )}
      </>
    ),
  };
};

export const alreadyMemberPage = (
  { organisation }: Invitation,
  { alreadyMember, accepted }: AcceptInvitationWords,
): Page => ({
  title: alreadyMember.title,
  body: (
    <>
      <Heading>{alreadyMember.title}</Heading>
      <Paragraph>{alreadyMember.body(organisation)}</Paragraph>
      <LinkButton href="/account">{accepted.account}</LinkButton>
    </>
  ),
});
