import { expect, test } from 'vitest';
import { searchText } from './search-text.ts';

test.each([
  ["ST. JOHN'S SURGERY", 'st johns surgery'],
  ['Quayside & Harbour', 'quayside and harbour'],
  ['Siân  Évans-Jones', 'sian evans jones'],
  ['100% _well_', '100 well'],
  ['…', ''],
])('"%s" is found as "%s"', (text, expected) => {
  expect(searchText(text)).toBe(expected);
});

test('parts are joined', () => {
  expect(searchText('A', 'B')).toBe('a b');
});
