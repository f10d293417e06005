import { Heading, type Page } from '../../ui/index.ts';
import { Prose } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';
import type { PrivacyWords } from './privacy.words.ts';

export const privacyPage = (facts: SiteFacts, words: PrivacyWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Prose sections={words.sections(facts)} />
    </>
  ),
});
