import { expect, test } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import { minutes } from '../../kernel/duration.ts';
import { createLog } from '../logging/index.ts';
import { lookAt } from './look.ts';

const log = createLog({ level: 'silent' });

test('between turns it rests as long as each took, so that people who wait are served first', async () => {
  let passed = 0;
  let left = 4;
  // Each turn takes 50 milliseconds by this stopwatch, and none in truth.
  const stopwatch = () => (passed += 50);
  const work = { name: 'sweep', every: minutes(1), runDue: async () => left-- };
  const began = performance.now();
  expect(await lookAt({ clock: systemClock, stopwatch, log }, work, () => false)).toBe('done');
  expect(performance.now() - began).toBeGreaterThan(4 * 50 - 10);
});
