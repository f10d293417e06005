import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import { newDeviceWords } from './new-device.words.ts';

interface NewDeviceProps extends Notice {
  device: { description: string; firstUsedAt: Date };
  notMe: string;
}

export function newDeviceEmail(props: NewDeviceProps, language: Language): EmailMessage {
  const words = wordsIn(newDeviceWords, language);
  const { account, settings, device } = props;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>
          {words.when(device.firstUsedAt, settings.service.timeZone, device.description)}
        </EmailParagraph>
        <EmailParagraph>{words.you}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={props.notMe}>{words.button}</EmailButton>
        <EmailParagraph>{words.life}</EmailParagraph>
      </>
    ),
  };
}
