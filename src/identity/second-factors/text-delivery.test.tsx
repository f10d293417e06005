import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aVisit } from '../../../tests/ui/visits.ts';
import { after, hours, minutes, seconds } from '../../kernel/duration.ts';
import type { TextState } from '../../notifications/index.ts';
import { VisitContext } from '../../ui/index.ts';
import { DeliveryLine } from './text-delivery.tsx';

const at = new Date('2026-03-02T09:00:00Z');

const said = (state: TextState['state'] | undefined, age: number) =>
  renderToStaticMarkup(
    <VisitContext value={aVisit()}>
      <DeliveryLine state={state && { state, at }} now={after(at, age)} />
    </VisitContext>,
  ).replace(/<[^>]*>/g, '');

test.each([
  ['queued', 0, 'We are sending the text message.'],
  ['sent', seconds(3), 'Text message sent just now.'],
  ['sent', seconds(20), 'Text message sent 20 seconds ago.'],
  ['sent', seconds(119), 'Text message sent 1 minute ago.'],
  ['delivered', minutes(3), 'Text message delivered to your phone 3 minutes ago.'],
  ['delivered', hours(2) + minutes(59), 'Text message delivered to your phone 2 hours ago.'],
  ['refused', 0, 'Your phone provider refused the text message. Try another way.'],
  ['not-reached', 0, 'Your phone could not be reached.'],
  ['not-sent', 0, 'That is our fault.'],
  ['delayed', 0, 'is taking longer than usual'],
] as const)('[C4] of a text that is %s after %d ms the page says: %s', (state, age, words) => {
  expect(said(state, age)).toContain(words);
});

test('of a text that is forgotten nothing is said', () => {
  expect(said(undefined, 0)).toBe('');
});
