import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import type { Passkey } from './passkey.ts';
import { passkeysWords } from './passkeys.words.ts';

interface PasskeyCopiedProps extends Notice {
  passkey: Passkey;
  isStopped: boolean;
  notMe: string;
}

export function passkeyCopiedEmail(props: PasskeyCopiedProps, language: Language): EmailMessage {
  const words = wordsIn(passkeysWords, language).email;
  const { account, settings, passkey } = props;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name, passkey.name)}</EmailParagraph>
        <EmailParagraph>{props.isStopped ? words.stopped : words.kept}</EmailParagraph>
        <EmailParagraph>{words.harmless}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={props.notMe}>{words.button}</EmailButton>
        <EmailParagraph>{words.life}</EmailParagraph>
      </>
    ),
  };
}
