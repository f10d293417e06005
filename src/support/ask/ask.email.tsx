import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailCode, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { agreeAddress, confirmTicketAddress, openTicketAddress } from '../addresses.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { askWords } from './ask.words.ts';

interface Linked {
  secret: string;
  origin: string;
  settings: Settings;
}

/** Holds nothing of what was typed: whoever typed it may not own the address. */
export function confirmEmail(
  { secret, code, origin, settings }: Linked & { code: string },
  language: Language,
): EmailMessage {
  const { confirm, hello } = wordsIn(askWords, language).email;
  return {
    subject: confirm.subject,
    body: (
      <>
        <EmailHeading>{confirm.title}</EmailHeading>
        <EmailParagraph>{hello}</EmailParagraph>
        <EmailParagraph>{confirm.lead}</EmailParagraph>
        <EmailButton href={`${origin}${confirmTicketAddress}?link=${secret}`}>{confirm.button}</EmailButton>
        <EmailParagraph>{confirm.code}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{confirm.lives(settings.tickets.confirmLife)}</EmailParagraph>
        <EmailParagraph>{confirm.notYou}</EmailParagraph>
      </>
    ),
  };
}

/** Tells the reference and by when we answer, and nothing about anybody. */
export function receivedEmail(
  { ticket, isHelping, secret, origin, settings }: Linked & { ticket: Ticket; isHelping: boolean },
  language: Language,
): EmailMessage {
  const { received, hello } = wordsIn(askWords, language).email;
  const { email, phone } = settings.support;
  return {
    subject: received.subject(ticket.reference),
    body: (
      <>
        <EmailHeading>{received.title}</EmailHeading>
        <EmailParagraph>{hello}</EmailParagraph>
        <EmailParagraph>{received.reference(ticket.reference)}</EmailParagraph>
        {ticket.firstAnswerDueAt ? (
          <EmailParagraph>{received.by(ticket.firstAnswerDueAt, settings.service.timeZone)}</EmailParagraph>
        ) : null}
        {isHelping ? <EmailParagraph>{received.asked}</EmailParagraph> : null}
        <EmailButton href={`${origin}${openTicketAddress}?link=${secret}`}>{received.button}</EmailButton>
        <EmailParagraph>{received.notYou(email, phone)}</EmailParagraph>
      </>
    ),
  };
}

/** Asks somebody whether another may help them, without saying who: that is read behind the link alone. */
export function agreeEmail(
  { secret, code, origin, settings }: Linked & { code: string },
  language: Language,
): EmailMessage {
  const { agree, hello } = wordsIn(askWords, language).email;
  return {
    subject: agree.subject,
    body: (
      <>
        <EmailHeading>{agree.title}</EmailHeading>
        <EmailParagraph>{hello}</EmailParagraph>
        <EmailParagraph>{agree.lead}</EmailParagraph>
        <EmailButton href={`${origin}${agreeAddress}?link=${secret}`}>{agree.button}</EmailButton>
        <EmailParagraph>{agree.code(`${origin}${agreeAddress}`)}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{agree.lives(settings.tickets.linkLife)}</EmailParagraph>
        <EmailParagraph>{agree.nothing}</EmailParagraph>
      </>
    ),
  };
}
