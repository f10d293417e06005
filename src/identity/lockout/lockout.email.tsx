import type { Realm } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { recoveryAddress } from '../addresses.ts';
import { MeanwhileParagraphs } from '../helpers.email.tsx';
import type { HelpersThere } from '../helpers.ts';
import type { Notice } from '../tell-account.ts';
import type { Closure } from './entry-lane.ts';
import { type LockoutWords, lockoutWords } from './lockout.words.ts';

interface ClosureProps extends Notice {
  realm: Realm;
  closure: Closure;
  helpers: readonly HelpersThere[];
}

export function closureEmail(
  { account, realm, closure, helpers, origin, settings }: ClosureProps,
  language: Language,
): EmailMessage {
  const words = wordsIn(lockoutWords, language);
  const { service, support, lockout } = settings;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(service.name)}</EmailParagraph>
        <EmailParagraph>{sayUntil(closure, settings, words)}</EmailParagraph>
        {lockout.knownDevices ? <EmailParagraph>{words.knownDevices}</EmailParagraph> : null}
        {lockout.resetOpens ? (
          <>
            <EmailParagraph>{words.reset}</EmailParagraph>
            <EmailButton href={`${origin}${recoveryAddress(realm)}`}>{words.button}</EmailButton>
          </>
        ) : null}
        <MeanwhileParagraphs helpers={helpers} language={language} />
        <EmailParagraph>{words.notYou(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}

/** The password was right, so its owner is told what the page does not say to whoever typed it. */
export function codeClosureEmail(
  { account, closure, helpers, settings, notMe }: ClosureProps & { notMe: string },
  language: Language,
): EmailMessage {
  const words = wordsIn(lockoutWords, language);
  const { codes } = words;
  return {
    subject: codes.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{codes.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{sayUntil(closure, settings, words)}</EmailParagraph>
        <EmailParagraph>{codes.you}</EmailParagraph>
        <MeanwhileParagraphs helpers={helpers} language={language} />
        <EmailParagraph>{codes.notYou}</EmailParagraph>
        <EmailButton href={notMe}>{codes.button}</EmailButton>
      </>
    ),
  };
}

const sayUntil = ({ until }: Closure, { service, support }: Settings, words: LockoutWords): string =>
  until === 'support'
    ? words.untilSupport(support.phone, support.email, support.hours.days, support.hours.times)
    : words.untilTime(until, service.timeZone);
