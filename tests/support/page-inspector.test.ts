import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { createInspector } from './page-inspector.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pageWith = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Gate</title></head><body><main><h1>Gate</h1>${body}</main></body></html>\n`;

describe.each([
  ['with JavaScript', true],
  ['without', false],
])('%s', (_how, javaScriptEnabled) => {
  test.each([
    ['nothing wrong', '<p>Closed</p>', 'passes'],
    ['letters too pale to read', '<p style="color: #ccc">Closed</p>', 'fails'],
    ['an element that is never closed', '<div><p>Closed</p>', 'fails'],
    ['a line wider than the window', `<p>Closed<br><span class="w">${'x'.repeat(3000)}</span></p>`, 'fails'],
  ])('a page with %s is seen for what it is', async (_what, body, verdict) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: pageWith(body) }));
    const answer = await page.goto('http://gate.example/');
    if (!answer) throw new Error('no page');
    const looked = createInspector(javaScriptEnabled).look(page, answer);
    const seen = await looked.then(
      () => 'passes',
      () => 'fails',
    );
    await context.close();
    expect(seen).toBe(verdict);
  });
});

test('without JavaScript, a page that was looked at and the next one run no script of their own', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const body = pageWith(
    '<p>Closed</p><script>document.title = "Ran"; setTimeout(() => location.reload(), 1)</script>',
  );
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body }));
  const inspector = createInspector(false);
  const titles = [];
  for (const address of ['http://gate.example/', 'http://gate.example/next', 'http://other.example/']) {
    const answer = await page.goto(address);
    if (!answer) throw new Error('no page');
    await inspector.look(page, answer);
    titles.push(await page.title());
  }
  expect(titles).toEqual(['Gate', 'Gate', 'Gate']);
  await context.close();
});
