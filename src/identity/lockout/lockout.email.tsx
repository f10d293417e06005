import type { Realm } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { recoveryAddress } from '../addresses.ts';
import type { Closure } from './entry-lane.ts';
import { lockoutWords } from './lockout.words.ts';

interface ClosureProps {
  account: Account;
  realm: Realm;
  closure: Closure;
  origin: string;
  settings: Settings;
}

export function closureEmail(
  { account, realm, closure, origin, settings }: ClosureProps,
  language: Language,
): EmailMessage {
  const words = wordsIn(lockoutWords, language);
  const { service, support, lockout } = settings;
  const when =
    closure.until === 'support'
      ? words.untilSupport(support.phone, support.email, support.hours.days, support.hours.times)
      : words.untilTime(closure.until, service.timeZone);
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(service.name)}</EmailParagraph>
        <EmailParagraph>{when}</EmailParagraph>
        {lockout.knownDevices ? <EmailParagraph>{words.knownDevices}</EmailParagraph> : null}
        {lockout.resetOpens ? (
          <>
            <EmailParagraph>{words.reset}</EmailParagraph>
            <EmailButton href={`${origin}${recoveryAddress(realm)}`}>{words.button}</EmailButton>
          </>
        ) : null}
        <EmailParagraph>{words.notYou(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
