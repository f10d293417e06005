import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { readRegister } from './read-register.ts';
import { branch, csv, practice, register } from './register-samples.ts';

const today = '2026-03-02';
const read = (bytes: Uint8Array) => readRegister(bytes, today);
const readRows = (bytes: Uint8Array) => {
  const found = read(bytes);
  if (found.outcome !== 'read') throw new Error(`unreadable: ${found.problem}`);
  return found;
};
const refusalsOf = (...rows: string[][]) =>
  readRows(register(practice({ code: 'Z90001' }), practice({ code: 'Z90002' }), ...rows)).refused.map(
    ({ line, reason }) => [line, reason],
  );

test('[P11] a practice is read with its address, phone, dates and setting', () => {
  const row = practice({ code: 'Z90001', name: 'OLD MILL', closed: '20190331', status: 'C' });
  expect(readRows(register(row)).rows[0]).toMatchObject({
    line: 1,
    kind: 'practice',
    code: 'Z90001',
    name: 'OLD MILL',
    addressLines: ['1 HIGH STREET', 'BROOKMINSTER'],
    postcode: 'ZZ99 1AA',
    phone: '01632 960001',
    status: 'closed',
    openedOn: '1974-04-01',
    closedOn: '2019-03-31',
    parentCode: undefined,
    prescribingSetting: '4',
  });
});

test('a branch has a practice, and closes by its date', () => {
  const { kind, rows } = readRows(
    register(
      branch({ code: 'Z90001001', parent: 'Z90001' }),
      branch({ code: 'Z90001002', parent: 'Z90001', closed: '20260302' }),
      branch({ code: 'Z90001003', parent: 'Z90001', closed: '20260303' }),
    ),
  );
  expect(kind).toBe('branch');
  expect(rows.map(({ parentCode, status }) => [parentCode, status])).toEqual([
    ['Z90001', 'active'],
    ['Z90001', 'closed'],
    ['Z90001', 'active'],
  ]);
});

test('a header row is not an organisation', () => {
  const header = Array.from({ length: 27 }, (_, at) => (at === 0 ? 'Organisation Code' : `Column ${at}`));
  const found = readRows(register(header, practice({ code: 'Z90001' })));
  expect(found).toMatchObject({ rows: [{ line: 2, code: 'Z90001' }], refused: [] });
});

test.each([
  ['wrong-columns', ['Z90003', 'SHORT']],
  ['malformed-code', practice({ code: 'Z9!' })],
  ['person-code', practice({ code: 'G1234567' })],
  ['no-name', practice({ code: 'Z90003', name: '  ' })],
  ['too-long', practice({ code: 'Z90003', name: 'X'.repeat(201) })],
  ['unknown-status', practice({ code: 'Z90003', status: 'Q' })],
  ['unknown-status', practice({ code: 'Z90003', status: '' })],
  ['impossible-date', practice({ code: 'Z90003', closed: '20260230' })],
  ['closed-before-opened', practice({ code: 'Z90003', opened: '20200101', closed: '20191231' })],
  ['duplicate', practice({ code: 'z90 001' })],
])('a row is refused, with its line, because of %s', (reason, row) => {
  expect(refusalsOf(row)).toEqual([[3, reason]]);
});

test('a branch without a practice is refused', () => {
  const found = readRows(
    register(
      branch({ code: 'Z90001001', parent: 'Z90001' }),
      branch({ code: 'Z90001002', parent: 'Z90001' }),
      branch({ code: 'Z90001003', parent: '' }),
    ),
  );
  expect(found.refused).toEqual([{ line: 3, code: 'Z90001003', reason: 'no-practice' }]);
});

test('a stray quotation mark costs its own row only', () => {
  const rows = [practice({ code: 'Z90001' }), practice({ code: 'Z90002' }), practice({ code: 'Z90003' })];
  const text = csv(rows).replace('"PRACTICE Z90002"', '"THE "OLD" MILL"');
  const found = readRows(Buffer.from(text));
  expect(found.refused).toEqual([{ line: 2, code: '', reason: 'broken-quotes' }]);
  expect(found.rows.map((row) => row.line)).toEqual([1, 3]);
});

test('a row over several lines is named by its first', () => {
  const found = readRows(
    register(practice({ code: 'Z90001', name: 'OLD\nMILL' }), practice({ code: 'Z90002', status: 'Q' })),
  );
  expect(found).toMatchObject({ rows: [{ line: 1, name: 'OLD MILL' }], refused: [{ line: 3 }] });
});

test('a name is one line, whatever kind of line break it came with', () => {
  const name = 'OLD\u0085MILL\u2028AND\tSONS';
  expect(readRows(register(practice({ code: 'Z90001', name }))).rows[0]?.name).toBe('OLD MILL AND SONS');
});

const sample = Buffer.from(csv([practice({ code: 'Z90001' })]));

test.each([
  ['with its mark', Buffer.from(`\ufeff${sample}`, 'utf16le')],
  ['without it', Buffer.from(sample.toString(), 'utf16le')],
  ['the other way round', Buffer.from(sample.toString(), 'utf16le').swap16()],
])('a spreadsheet’s “Unicode text” is read, %s', (_, bytes) => {
  expect(read(bytes)).toMatchObject({ outcome: 'read', rows: [{ code: 'Z90001' }] });
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['empty', Buffer.from('\r\n \n')],
  ['not-text', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000')],
  ['not-csv', Buffer.concat([sample, Buffer.from('"Z90002","OPEN')])],
  ['wrong-shape', Buffer.from('name,email\nAda,ada@practice.test\n')],
  ['wrong-shape', Buffer.from('{"organisations": []}')],
])('a file is unreadable as %s', (problem, bytes) => {
  expect(read(bytes)).toMatchObject({ outcome: 'unreadable', problem });
});

const twentyMegabytes = 20 * 1024 * 1024;
test.each([
  ['short lines', 'a\n'],
  ['one line of commas', ','],
  ['open quotation marks', '"'],
  ['stray quotation marks', 'a"b,c\n'],
  ['nothing but line ends', '\r'],
  ['far too many columns', `${','.repeat(9000)}\n`],
  ['lines full of stray quotation marks', `${'a"b,'.repeat(90)}\n`],
])('%s: twenty megabytes are unreadable soon, and nobody else waits for minutes', (_what, part) => {
  const times = Math.min(twentyMegabytes / part.length, part.length > 300 ? 49_999 : twentyMegabytes);
  const bytes = Buffer.from(part.repeat(times));
  const startedAt = performance.now();
  expect(read(bytes).outcome).toBe('unreadable');
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test('no bytes whatever make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void read(bytes)),
    { numRuns: 500 },
  );
});

test('no register with a part torn out or overwritten makes it throw', () => {
  const whole = register(...Array.from({ length: 5 }, (_, at) => practice({ code: `Z9000${at}` })));
  const position = fc.nat({ max: whole.length });
  fc.assert(
    fc.property(position, position, fc.uint8Array({ maxLength: 6 }), (from, to, bytes) => {
      read(Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(to)]));
    }),
    { numRuns: 500 },
  );
});

const name = fc
  .string({ unit: fc.constantFrom(...'ABC éèñß\'",&;\n-'), minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '');
const samples = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 10_000, max: 99_999 }),
    name,
    status: fc.constantFrom('A', 'C', 'D', 'P', 'X'),
  }),
  { selector: (row) => row.number, minLength: 1, maxLength: 20 },
);
const encodings = {
  utf8: (text: string) => Buffer.from(text),
  'utf8 with mark': (text: string) => Buffer.from(`\ufeff${text}`),
  latin1: (text: string) => Buffer.from(text, 'latin1'),
};

test('rows come back whatever the line ends and encoding, and every row is counted once', () => {
  const ways = fc.record({
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
  });
  fc.assert(
    fc.property(samples, ways, (rows, { lineEnd, encoding }) => {
      const text = csv(
        rows.map((row) => practice({ code: `Z${row.number}`, name: row.name, status: row.status })),
        lineEnd,
      );
      const found = readRows(encodings[encoding](text));
      const good = rows.filter((row) => row.status !== 'X');
      expect(found.rows.map((row) => [row.code, row.name])).toEqual(
        good.map((row) => [`Z${row.number}`, row.name.trim().replace(/\s+/g, ' ')]),
      );
      expect(found.rows.length + found.refused.length).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});
