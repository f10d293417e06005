import type { Language } from '../../kernel/words.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { ContactSupport, Heading, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import { passkeysWords } from './passkeys.words.ts';

/** Why a passkey let nobody in, or was not added. */
export type PasskeyRefusal = 'refused' | 'too-late' | 'copied' | 'password-too';

/** `back` leads to the page that offered it, where the other ways are. */
export function passkeyRefusedPage(
  refusal: PasskeyRefusal,
  { settings, back, language }: { settings: Settings; back: string; language: Language },
): Page {
  const words = wordsIn(passkeysWords, language).refused;
  const { title, what } = words[refusal];
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{what}</Paragraph>
        <Paragraph>{words.next}</Paragraph>
        <LinkButton href={back}>{words.back}</LinkButton>
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
