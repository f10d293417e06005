import { Heading, type Page } from '../../ui/index.ts';
import { Prose, WithGaps } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';
import type { AccessibilityWords } from './accessibility.words.ts';

export const accessibilityPage = (facts: SiteFacts, words: AccessibilityWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <p>
        <WithGaps text={words.intro(facts)} />
      </p>
      <Prose
        sections={[words.canDo, words.compliance, words.feedback(facts), words.enforcement, words.prepared]}
      />
    </>
  ),
});
