import { wordsIn } from '../../kernel/words.ts';
import type { TextState } from '../../notifications/index.ts';
import { InsetText, Paragraph, useVisit } from '../../ui/index.ts';
import { textDeliveryWords } from './text-delivery.words.ts';

interface DeliveryLineProps {
  /** Undefined once nobody knows any more. */
  state: TextState | undefined;
  now: Date;
}

/** What became of the text somebody waits for; stands out where waiting does not help. */
export function DeliveryLine({ state: known, now }: DeliveryLineProps) {
  const words = wordsIn(textDeliveryWords, useVisit().language);
  if (!known) return null;
  const { state, at } = known;
  if (state === 'queued') return <Paragraph>{words.queued}</Paragraph>;
  if (state === 'sent' || state === 'delivered') return <Paragraph>{words[state](at, now)}</Paragraph>;
  return (
    <InsetText>
      <p>{words[state]}</p>
    </InsetText>
  );
}
