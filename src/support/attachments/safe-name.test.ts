import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { safeName } from './safe-name.ts';

const named = (typed: string, extension = 'png') => safeName(typed, () => extension, 'file');

test.each([
  ['photo.PNG', 'photo.png'],
  ['photo', 'photo.png'],
  ['program.exe', 'program.exe.png'],
  ['page.html', 'page.html.png'],
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Users\\amara\\photo.png', 'photo.png'],
  ['photo\u202egnp.exe', 'photognp.exe.png'],
  ['pho\u0000to\u200b.png', 'photo.png'],
  ['a "quoted" <b>name</b>.png', 'b.png'],
  ['  spaces \t and\nlines .png', 'spaces and lines.png'],
  ['...png', 'png.png'],
  ['.htaccess', 'htaccess.png'],
  ['', 'file.png'],
  ['????', 'file.png'],
  ['llythyr â gŵyn 🙂.png', 'llythyr â gŵyn 🙂.png'],
  ['half of a pair \ud800.png', 'half of a pair \ufffd.png'],
  ['a.jpeg', 'a.jpeg.png'],
])('a file called %j is kept as %j', (typed, kept) => {
  expect(named(typed)).toBe(kept);
});

test('a name of 100 kB is cut, and an ending that fits stays', () => {
  expect(named(`${'x'.repeat(100_000)}.png`)).toBe(`${'x'.repeat(100)}.png`);
  expect(named('photo.jpeg', 'jpg')).toBe('photo.jpg');
});

test('whatever somebody types, a name is one line without folders, and short enough to be kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const name = named(typed);
      expect(name).toMatch(/^[^/\\\p{C}]+\.png$/u);
      expect(name.length).toBeLessThanOrEqual(210);
    }),
  );
});
