import { wordsIn } from '../../kernel/words.ts';
import { Paragraph, useVisit, WarningCallout } from '../../ui/index.ts';
import type { Concern } from './concerns.ts';
import { concernsWords } from './concerns.words.ts';

/** Shown above the form, which can be changed or sent as it is. */
export function ConcernsCallout({ concerns, email }: { concerns: readonly Concern[]; email: string }) {
  const words = wordsIn(concernsWords, useVisit().language);
  if (concerns.length === 0) return null;
  return (
    <WarningCallout heading={words.heading}>
      {concerns.map((concern) => (
        <Paragraph key={concern}>{words[concern](email)}</Paragraph>
      ))}
      <Paragraph>{words.goOn}</Paragraph>
    </WarningCallout>
  );
}
