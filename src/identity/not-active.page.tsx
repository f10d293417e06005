import { type Language, wordsIn } from '../kernel/words.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { ContactSupport, Heading, type Page, Paragraph } from '../ui/index.ts';
import { notActiveWords } from './not-active.words.ts';

/** For who gave the right details of an account that nobody can log in to. */
export function notActivePage(settings: Settings, state: 'deactivated' | 'closed', language: Language): Page {
  const words = wordsIn(notActiveWords, language)[state];
  return {
    title: words.title,
    body: (
      <>
        <Heading>{words.title}</Heading>
        <Paragraph>{words.what}</Paragraph>
        <Paragraph>{words.next}</Paragraph>
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
