import { Button, Form, Heading, LinkButton, type Page, Panel, Paragraph } from '../../ui/index.ts';
import { findToAskAddress, invitationAddress, stepAddress } from '../addresses.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import type { Invitation, InvitationKey, InvitationState } from './invitation.ts';
import { askAgainAddress } from './invitation-addresses.ts';

interface NotLiveProps {
  state: Exclude<InvitationState, 'live'>;
  invitation: Invitation | undefined;
  by: InvitationKey;
}

/** Why an invitation can no longer be answered, and the one step that helps. */
export const notLivePage = (props: NotLiveProps, words: AcceptInvitationWords): Page => {
  const { state, invitation } = props;
  const { notLive } = words;
  const said = notLive[state];
  return {
    title: notLive.title,
    body: (
      <>
        <Heading>{notLive.title}</Heading>
        <Paragraph>{typeof said === 'function' ? said(invitation?.organisation ?? '') : said}</Paragraph>
        <NextStep {...props} words={words} />
      </>
    ),
  };
};

function NextStep({
  state,
  invitation,
  by,
  words: { notLive },
}: NotLiveProps & { words: AcceptInvitationWords }) {
  if ((state === 'replaced' || state === 'expired') && 'link' in by)
    return (
      <Form action={askAgainAddress}>
        <input type="hidden" name="link" value={by.link} />
        <Button>{state === 'replaced' ? notLive.sendAgain : notLive.askAgain}</Button>
      </Form>
    );
  if (state === 'accepted')
    return (
      <>
        <LinkButton href="/log-in">{notLive.logIn}</LinkButton>
        <Paragraph>
          <a href="/forgotten-details">{notLive.forgotten}</a>
        </Paragraph>
      </>
    );
  if (state === 'unknown')
    return (
      <Paragraph>
        <a href={invitationAddress}>{notLive.enterCode}</a>
      </Paragraph>
    );
  if (state === 'closed')
    return (
      <Paragraph>
        <a href={findToAskAddress}>{notLive.find}</a>
      </Paragraph>
    );
  return invitation ? (
    <Paragraph>
      <a href={stepAddress(invitation.code, 'access')}>{notLive.askForAccess}</a>
    </Paragraph>
  ) : null;
}

/** The same for every link. */
export const askedAgainPage = ({ askedAgain }: AcceptInvitationWords): Page => ({
  title: askedAgain.title,
  body: <Panel title={askedAgain.title}>{askedAgain.body}</Panel>,
});
