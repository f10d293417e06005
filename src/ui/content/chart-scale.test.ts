import { expect, test } from 'vitest';
import { chartScale, labelEvery } from './chart-scale.ts';

test.each([
  [0, 1, [0, 1]],
  [3, 3, [0, 1, 2, 3]],
  [7, 8, [0, 2, 4, 6, 8]],
  [11, 15, [0, 5, 10, 15]],
  [43, 60, [0, 20, 40, 60]],
  [980, 1000, [0, 250, 500, 750, 1000]],
])('a chart whose largest number is %i ends at %i, in whole steps', (largest, maximum, ticks) => {
  expect(chartScale(largest)).toEqual({ maximum, ticks });
});

test('percentages end at a hundred, however small they are', () => {
  expect(chartScale(12, 100)).toEqual({ maximum: 100, ticks: [0, 25, 50, 75, 100] });
});

test('columns are named as often as a small screen has room', () => {
  expect([3, 6, 7, 26].map(labelEvery)).toEqual([1, 1, 2, 5]);
});
