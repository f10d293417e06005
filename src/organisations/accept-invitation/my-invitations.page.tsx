import { Card, EmptyState, Heading, type Page, Paragraph } from '../../ui/index.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import type { Invitation } from './invitation.ts';
import { myInvitationAddress } from './invitation-addresses.ts';

export const myInvitationsPage = (
  { invitations, timeZone }: { invitations: readonly Invitation[]; timeZone: string },
  { mine }: AcceptInvitationWords,
): Page => ({
  title: mine.title,
  back: { href: '/account' },
  body: (
    <>
      <Heading>{mine.title}</Heading>
      {invitations.length === 0 ? (
        <EmptyState heading={mine.none}>
          <Paragraph>{mine.noneBody}</Paragraph>
        </EmptyState>
      ) : null}
      {invitations.map(({ memberId, organisation, inviter, expiresAt }) => (
        <Card key={memberId} heading={organisation} href={myInvitationAddress(memberId)}>
          <p>{inviter ? mine.by(inviter) : mine.bySupport}</p>
          <p>{mine.until(expiresAt, timeZone)}</p>
        </Card>
      ))}
    </>
  ),
});
