import { days } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { openTicketAddress } from '../addresses.ts';
import { ticketEmailWords } from './ticket-email.words.ts';

interface Answer {
  reference: string;
  body: string;
  isSolved: boolean;
  /** Replies to the email come to the ticket. */
  takesMail: boolean;
  secret: string;
  origin: string;
  settings: Pick<Settings, 'tickets'>;
}

/** Tells that support answered: the reference and the first words, and nothing about anybody. */
export function answerEmail(answer: Answer, language: Language): EmailMessage {
  const words = wordsIn(ticketEmailWords, language);
  const { reference, settings } = answer;
  const href = `${answer.origin}${openTicketAddress}?link=${answer.secret}`;
  return {
    subject: words.answerSubject(reference),
    body: (
      <>
        <EmailHeading>{answer.isSolved ? words.solvedTitle : words.answerTitle}</EmailHeading>
        <EmailParagraph>{words.dear}</EmailParagraph>
        <EmailParagraph>{words.begins}</EmailParagraph>
        <EmailParagraph>{firstWords(answer.body)}</EmailParagraph>
        <EmailParagraph>{words.readWhole}</EmailParagraph>
        <EmailButton href={href}>{words.read}</EmailButton>
        <EmailParagraph>{words.lives(Math.round(settings.tickets.linkLife / days(1)))}</EmailParagraph>
        {answer.isSolved ? <EmailParagraph>{words.reopen}</EmailParagraph> : null}
        {answer.takesMail ? <EmailParagraph>{words.orReply}</EmailParagraph> : null}
        <EmailParagraph>
          {words.reference}: {reference}
        </EmailParagraph>
      </>
    ),
  };
}

/** Tells whoever helps somebody that an answer waits until that person agrees, and nothing of the answer. */
export function helperWaitsEmail(
  { reference, secret, origin }: Pick<Answer, 'reference' | 'secret' | 'origin'>,
  language: Language,
): EmailMessage {
  const words = wordsIn(ticketEmailWords, language);
  return {
    subject: words.waits.subject(reference),
    body: (
      <>
        <EmailHeading>{words.waits.title}</EmailHeading>
        <EmailParagraph>{words.dear}</EmailParagraph>
        <EmailParagraph>{words.waits.asked}</EmailParagraph>
        <EmailButton href={`${origin}${openTicketAddress}?link=${secret}`}>{words.waits.open}</EmailButton>
        <EmailParagraph>
          {words.reference}: {reference}
        </EmailParagraph>
      </>
    ),
  };
}

const shown = 80;

/** The first words of a text in one line, cut between two words. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= shown) return line;
  const cut = line.slice(0, shown);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), shown / 2))} …`;
}
