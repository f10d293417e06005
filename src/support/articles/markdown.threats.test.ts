import { expect, test } from 'vitest';
import { htmlOf } from './markdown.ts';

const mayRun =
  /<(script|iframe|object|embed|svg|math|style|link|meta|form|input|img|base)|\son\w+\s*=|javascript:|vbscript:|data:|style=/i;

/** What is typed as text may name anything; only tags and their attributes can do harm. */
const tagsOf = (html: string): string => (html.match(/<[^>]*>/g) ?? []).join('');

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a handler', '<img src=x onerror=alert(1)>'],
  ['a frame', '<iframe src="//evil.example"></iframe>'],
  ['a picture from elsewhere', '![x](https://evil.example/pixel.png)'],
  ['a picture by reference', '![x][p]\n\n[p]: https://evil.example/pixel.png'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a javascript link in odd letters', '[x](JaVaScRiPt:alert(1))'],
  ['a javascript link behind entities', '[x](&#106;avascript&colon;alert(1))'],
  ['a javascript link behind a tab', '[x](<java\tscript:alert(1)>)'],
  ['a vbscript link', '[x](vbscript:msgbox(1))'],
  ['a data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
  ['a javascript autolink', '<javascript:alert(1)>'],
  ['a reference to javascript', '[x][j]\n\n[j]: javascript:alert(1)'],
  ['a title that breaks out', '[x](/a "\\" onclick=\\"alert(1)")'],
  ['an address that breaks out', '[x](/a"onclick="alert(1))'],
  ['a style', '<p style="position:fixed">x</p>'],
  ['a comment', '<!-- --><svg/onload=alert(1)>-->'],
  ['half a tag', '<svg/onload=alert(1)//'],
])('%s in an article does nothing', (_what, markdown) => {
  expect(tagsOf(htmlOf(markdown))).not.toMatch(mayRun);
});

test.each([
  ['//evil.example/x'],
  ['/\\\\evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['ftp://evil.example'],
  ['file:///etc/passwd'],
  ['https:evil.example'],
  ['http:///evil.example'],
  ['#top'],
])('%s leads nowhere else', (address) => {
  const html = htmlOf(`[words](<${address}>)`);
  const href = /href="([^"]*)"/.exec(html)?.[1] ?? '/';
  expect(new URL(href, 'https://portal.example').host).toBe('portal.example');
  expect(html).toContain('words');
});

test('links elsewhere tell the page they lead to nothing of this one; our own stay as they are', () => {
  expect(htmlOf('[a](https://elsewhere.example/x) [b](/contact) [c](mailto:help@portal.example)')).toBe(
    '<p><a href="https://elsewhere.example/x" rel="external noopener noreferrer">a</a> ' +
      '<a href="/contact">b</a> <a href="mailto:help@portal.example">c</a></p>\n',
  );
});

test('headings begin below the title of the page and leave no level out', () => {
  const html = htmlOf('# A\n\n### B\n\n##### C\n\n###### D\n\n## E\n\n# F');
  expect(html.match(/<h\d/g)).toEqual(['<h2', '<h3', '<h4', '<h4', '<h3', '<h2']);
});

test('nobody gives an element of the page a class or name of their own', () => {
  const html = htmlOf('<p class="nhsuk-button" id="maincontent">x</p>\n\n# x {#maincontent .nhsuk-button}');
  expect(tagsOf(html)).not.toMatch(/id=|name=|nhsuk-button/);
});

const much = 20_000;

test.each([
  ['quotes in quotes', '> '.repeat(much / 2)],
  ['lists in lists', '- '.repeat(much / 2)],
  ['brackets', '['.repeat(much)],
  ['brackets and parentheses', '![[]('.repeat(much / 5)],
  ['emphasis that never ends', '*a_'.repeat(much / 3)],
  ['stars', 'a **'.repeat(much / 4)],
  ['ticks', '`a'.repeat(much / 2)],
  ['half tags', '<a'.repeat(much / 2)],
  ['entities', '&#x'.repeat(much / 3)],
  ['references', '[a]: b\n'.repeat(much / 7)],
  ['references to references', '[a][b]'.repeat(much / 6)],
  ['columns', `${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n${'|\n'.repeat(9000)}`],
  ['blank lines', ' \n'.repeat(much / 2)],
])('20,000 characters of %s take less than a second', (_what, markdown) => {
  const start = performance.now();
  const html = htmlOf(markdown);
  expect(performance.now() - start).toBeLessThan(1000);
  expect((html.match(/<blockquote|<ul/g) ?? []).length).toBeLessThan(41);
});
