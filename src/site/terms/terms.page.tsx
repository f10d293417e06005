import { Heading, type Page } from '../../ui/index.ts';
import { Prose } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';
import type { TermsWords } from './terms.words.ts';

export const termsPage = (facts: SiteFacts, words: TermsWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Prose sections={words.sections(facts)} />
    </>
  ),
});
