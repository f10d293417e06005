import type { AddressStanding } from '../../identity/index.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  EmailButton,
  EmailCode,
  EmailHeading,
  EmailList,
  type EmailMessage,
  EmailParagraph,
} from '../../ui/index.ts';
import { invitationAddress } from '../addresses.ts';
import { roleTitle } from '../roles/roles.ts';
import { invitationWords } from './invitation.words.ts';
import type { DueInvitation } from './send-invitations.store.ts';

interface InvitationEmail {
  invitation: DueInvitation;
  standing: AddressStanding['standing'];
  isReminder: boolean;
  secret: string;
  code: string;
  origin: string;
  settings: Pick<Settings, 'organisations' | 'service' | 'support'>;
}

export function invitationEmail(props: InvitationEmail, language: Language): EmailMessage {
  const words = wordsIn(invitationWords, language);
  const { invitation, standing, isReminder, secret, code, origin, settings } = props;
  const { organisation, inviter } = invitation;
  const page = `${origin}${invitationAddress}`;
  return {
    subject: isReminder ? words.reminderSubject(organisation) : words.subject(organisation),
    body: (
      <>
        <EmailHeading>{words.title}</EmailHeading>
        <EmailParagraph>{words.dear(invitation.fullName)}</EmailParagraph>
        <EmailParagraph>
          {inviter ? words.by(inviter, organisation) : words.bySupport(organisation)}
        </EmailParagraph>
        {isReminder ? <EmailParagraph>{words.reminder}</EmailParagraph> : null}
        <EmailParagraph>{words.roles}</EmailParagraph>
        <EmailList items={invitation.roles.map((role) => roleTitle(settings.organisations.services, role))} />
        <EmailParagraph>{words.next[standing]}</EmailParagraph>
        <EmailButton href={`${page}?link=${secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.code(page)}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{words.until(invitation.expiresAt, settings.service.timeZone)}</EmailParagraph>
        <EmailParagraph>{words.notYou(organisation)}</EmailParagraph>
        <EmailParagraph>{words.support(settings.support.phone, settings.support.email)}</EmailParagraph>
      </>
    ),
  };
}
