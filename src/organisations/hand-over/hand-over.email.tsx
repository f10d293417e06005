import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { HandOverWords } from './hand-over.words.ts';
import type { Handover } from './handover.ts';
import type { HandoverNews } from './tell-of-handover.ts';

interface HandoverEmail {
  news: HandoverNews;
  name: string;
  practice: string;
  offer: Handover;
  href: string;
  timeZone: string;
  support: { phone: string; email: string };
}

export function handoverEmail(
  { news, name, practice, offer, href, timeZone, support }: HandoverEmail,
  { emails }: HandOverWords,
): EmailMessage {
  const words = emails[news];
  return {
    subject: words.subject(practice),
    body: (
      <>
        <EmailHeading>{words.subject(practice)}</EmailHeading>
        <EmailParagraph>{emails.dear(name)}</EmailParagraph>
        <EmailParagraph>{words.what({ practice, from: offer.from.name, to: offer.to.name })}</EmailParagraph>
        {news === 'handover-offered' ? (
          <>
            <EmailParagraph>{emails.answer(offer.expiresAt, timeZone)}</EmailParagraph>
            <EmailButton href={href}>{emails.button}</EmailButton>
          </>
        ) : (
          <EmailParagraph>{emails.nothingChanged}</EmailParagraph>
        )}
        <EmailParagraph>{emails.support(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
