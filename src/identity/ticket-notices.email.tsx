import { type Language, wordsIn } from '../kernel/words.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../ui/index.ts';
import { ticketLogInAddress, ticketPasswordAddress } from './addresses.ts';
import { ticketNoticesWords } from './ticket-notices.words.ts';

interface Facts {
  origin: string;
  settings: Pick<Settings, 'service'>;
}

export function ticketDeviceEmail(
  { origin, settings, device }: Facts & { device: { description: string; firstUsedAt: Date } },
  language: Language,
): EmailMessage {
  const { hello, device: words } = wordsIn(ticketNoticesWords, language);
  const { name, timeZone } = settings.service;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{hello}</EmailParagraph>
        <EmailParagraph>{words.what(name)}</EmailParagraph>
        <EmailParagraph>{words.when(device.firstUsedAt, timeZone, device.description)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={`${origin}${ticketPasswordAddress}`}>{words.button}</EmailButton>
      </>
    ),
  };
}

export function ticketEntryClosedEmail({ origin, settings }: Facts, language: Language): EmailMessage {
  const { hello, closed: words } = wordsIn(ticketNoticesWords, language);
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{hello}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.you}</EmailParagraph>
        <EmailButton href={`${origin}${ticketLogInAddress}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}
