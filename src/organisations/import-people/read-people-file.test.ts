import { describe, expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { csvFile } from '../file-rows/csv-cells.ts';
import { importPeopleWords } from './import-people.words.ts';
import { readPeopleFile } from './read-people-file.ts';

const names = importPeopleWords.en.headings;
const read = (content: string | Uint8Array, most = 1000) =>
  readPeopleFile(Buffer.from(content as string), names, most);

const lines = [
  'Email,Name,Roles',
  'amara@practice.example,Amara Osei,Member',
  'bo@practice.example,Bo Lé,Member',
];
const text = lines.join('\n');
const amara = {
  line: 2,
  cells: { email: 'amara@practice.example', fullName: 'Amara Osei', roles: 'Member' },
};
const bo = { line: 3, cells: { email: 'bo@practice.example', fullName: 'Bo Lé', roles: 'Member' } };

describe('[P13] a file is read however a spreadsheet saved it', () => {
  const quoted = lines
    .map((line) =>
      line
        .split(',')
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    .join('\n');
  test.each<[string, string | Uint8Array]>([
    ['commas', text],
    ['semicolons', text.replaceAll(',', ';')],
    ['tabs', text.replaceAll(',', '\t')],
    ['quotes', quoted],
    ['a byte order mark', `\ufeff${text}`],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(text, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['the letters of old Windows', Buffer.from(text, 'latin1')],
    ['the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', text.replaceAll('\n', '\r')],
    ['a line end after the last row', `${text}\n`],
    ['spaces around everything', text.replaceAll(',', ' , ')],
    ['headings in capitals', text.replace(lines[0] ?? '', 'E-MAIL ADDRESS,FULL NAME,Role(s)')],
    ['numbers and addresses written as ="…"', text.replace('Bo Lé', '="Bo Lé"')],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual({ outcome: 'read', rows: [amara, bo], ignored: [] });
  });

  test('Excel’s first line says how cells are told apart, and lines are still counted as they stand', () => {
    const file = read(`sep=;\r\n${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`);
    expect(file).toMatchObject({
      rows: [
        { ...amara, line: 3 },
        { ...bo, line: 4 },
      ],
    });
  });

  test('blank lines, rows of nothing but separators and notes are no rows', () => {
    const file = read(`\n${lines[0]}\n\n,,\n# a note\n"# another, with a comma"\n${lines[1]}\n \n`);
    expect(file).toMatchObject({ outcome: 'read', rows: [{ ...amara, line: 7 }] });
  });

  test('headings stand in any order, and columns that mean nothing are named', () => {
    const file = read('Payroll,Roles,Name,Email,Shoe size\n17,Member,Amara Osei,amara@practice.example,38');
    expect(file).toEqual({ outcome: 'read', rows: [amara], ignored: ['Payroll', 'Shoe size'] });
  });

  test('a row of several lines is named by its first, and its cell becomes one line', () => {
    const file = read(`${lines[0]}\namara@practice.example,"Amara\nOsei",Member\n${lines[2]}`);
    expect(file).toMatchObject({ rows: [amara, { ...bo, line: 4 }] });
  });

  test('a quotation mark within a name is a letter of it', () => {
    const file = read(`${lines[0]}\namara@practice.example,Amara "Ama" Osei,Member`);
    expect(file).toMatchObject({ rows: [{ cells: { fullName: 'Amara "Ama" Osei' } }] });
  });
});

describe('[P13] a file that cannot be read says why', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['empty', '', { problem: 'empty' }],
    ['a spreadsheet as it is', 'PK\u0003\u0004\u0014\u0000', { problem: 'not-text' }],
    ['without headings', 'amara@practice.example,Amara Osei,Member', { problem: 'no-headings' }],
    [
      'without a column it needs',
      'Email,Name\na@b.example,A',
      { problem: 'missing-columns', columns: ['roles'] },
    ],
    ['with headings alone', lines[0] ?? '', { problem: 'no-rows' }],
    ['with a quote left open', `${text}\n"open,and so on\n${text}`, { problem: 'not-csv', line: 4 }],
    ['nothing but commas', `${lines[0]}\n${','.repeat(1_000_000)}`, { problem: 'not-csv', line: 2 }],
    ['nothing but letters', 'a'.repeat(1_000_000), { problem: 'no-headings' }],
  ])('%s', (_, content, why) => {
    expect(read(content)).toEqual({ outcome: 'unreadable', ...why });
  });

  test('one row too many', () => {
    expect(read(text, 1)).toEqual({ outcome: 'unreadable', problem: 'too-many-rows', most: 1 });
  });
});

test('[P13] a row with cells beyond the headings is kept and pointed out, because they may have slipped', () => {
  const file = read(`${lines[0]}\namara@practice.example,Osei,Amara,Member\n${lines[2]}`);
  expect(file).toMatchObject({ rows: [{ line: 2, fault: 'too-many-cells' }, bo] });
});

test('whatever is sent, reading it ends in words, and never in a surprise', () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }));
  fc.assert(
    fc.property(bytes, fc.boolean(), (content, withHeadings) => {
      const headed = withHeadings
        ? Buffer.concat([Buffer.from('Email,Name,Roles\n'), Buffer.from(content)])
        : content;
      expect(['read', 'unreadable']).toContain(read(headed).outcome);
    }),
    { numRuns: 500 },
  );
});

test('whatever people are called, no row of a well-formed file is lost or changed', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((typed) => typed.replace(/[\p{Cc}\p{Cs}\s\ufeff]+/gu, ' ').trim())
    .filter((typed) => typed !== '' && !typed.startsWith('#') && !/^'|^="/.test(typed));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(rows, (people) => {
      const file = read(csvFile([['Email', 'Name', 'Roles'], ...people]));
      expect(file).toEqual({
        outcome: 'read',
        rows: people.map(([email, fullName, roles], index) => ({
          line: index + 2,
          cells: { email, fullName, roles },
        })),
        ignored: [],
      });
    }),
  );
});
