import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { csvFile, looksLikeFormula, readCell, safeCell } from './csv-cells.ts';

test.each(['=1+1', '+44 7700 900123', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|calc', '＝1+1', '\u200b=1'])(
  'a spreadsheet shows %j and does not run it',
  (cell) => {
    expect(looksLikeFormula(cell)).toBe(true);
    expect(safeCell(cell)).toBe(`'${cell}`);
    expect(readCell(safeCell(cell))).toBe(cell);
  },
);

test.each(['Amara Osei', "O'Neill", "'s-Gravenhage", 'amara@practice.example', '2026-03-02', ''])(
  '%j stays as it is',
  (cell) => {
    expect(safeCell(cell)).toBe(cell);
    expect(readCell(cell)).toBe(cell);
  },
);

test('a file opens in its own letters, and quotes, lines and separators stay within their cells', () => {
  expect(csvFile([['a;b', 'say "hello"', 'two\nlines']])).toBe(
    '\ufeff"a;b","say ""hello""","two\nlines"\r\n',
  );
});

test('no cell of any file begins as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (cell) => {
      expect(looksLikeFormula(safeCell(cell))).toBe(false);
    }),
  );
});
