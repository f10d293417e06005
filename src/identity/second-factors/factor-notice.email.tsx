import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import { factorNoticeWords } from './factor-notice.words.ts';
import type { ToldChange } from './tell-of-factors.ts';

type Props = Notice & ToldChange & { notMe: string; device: string; at: Date };

export function factorNoticeEmail(
  { account, settings, what, kind, name, notMe, device, at }: Props,
  language: Language,
): EmailMessage {
  const words = wordsIn(factorNoticeWords, language);
  const { email } = words;
  const { name: service, timeZone } = settings.service;
  return {
    subject: email.subject,
    body: (
      <>
        <EmailParagraph>{email.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{email.where(words.what[what](words.kind[kind]), service)}</EmailParagraph>
        {name ? <EmailParagraph>{email.named(name)}</EmailParagraph> : null}
        <EmailParagraph>{email.when(at, device, timeZone)}</EmailParagraph>
        <EmailParagraph>{email.you}</EmailParagraph>
        <EmailParagraph>{email.notYou}</EmailParagraph>
        <EmailButton href={notMe}>{email.button}</EmailButton>
      </>
    ),
  };
}
