import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { nearby } from './pagination.tsx';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 12, [1, -4, 4, 5, 6, -12, 12]],
  [4, 12, [1, 2, 3, 4, 5, -12, 12]],
  [12, 12, [1, -11, 11, 12]],
])('page %i of %i shows %j', (current, pages, shown) => expect(nearby(current, pages)).toEqual(shown));

test('the first, the last and this page are always there, in order, and no gap hides a single page', () => {
  const position = fc
    .integer({ min: 1, max: 5000 })
    .chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)));
  fc.assert(
    fc.property(position, ([current, pages]) => {
      const shown = nearby(current, pages);
      const numbers = shown.filter((page) => page > 0);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
      expect(numbers).toEqual(expect.arrayContaining([1, current, pages]));
      for (const [at, page] of numbers.entries()) {
        const skipped = page - (numbers[at - 1] ?? 0) - 1;
        expect(skipped).not.toBe(1);
        expect(shown.includes(-page)).toBe(skipped > 1);
      }
    }),
  );
});
