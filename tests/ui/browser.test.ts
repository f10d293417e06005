import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from '../../src/ui/index.ts';
import { openBrowser } from '../support/browser.ts';
import { problemsForAxe } from '../support/page-inspector.ts';
import { everyPage } from './every-page.tsx';
import { type PageServer, servePages } from './serve-pages.ts';
import { aVisit, staffVisit } from './visits.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const addresses = Object.keys(everyPage(aVisit()));
// The rest differ from these in their words only.
const kinds = addresses.filter((address) => !/^.(status-4|status-503|privacy|terms)/.test(address));
const nhs: Partial<Visit> = { service: { ...aVisit().service, theme: 'nhs' } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['a visitor', aVisit()],
  ['staff, in the NHS theme', staffVisit(nhs)],
])('for %s', (_who, visit) => {
  const site = served(visit);

  test.each([1280, 320])('axe finds nothing on any kind of page %i pixels wide', async (width) => {
    await onPage(site(), { width }, async (page) => {
      for (const address of kinds) {
        await page.goto(site().origin + address);
        expect([address, await problemsForAxe(page, levels)]).toEqual([address, []]);
      }
    });
  });

  test.each([true, false])(
    'no page is wider than 320 pixels, browser code on: %s',
    async (javaScriptEnabled) => {
      await onPage(site(), { width: 320, javaScriptEnabled }, async (page) => {
        for (const address of addresses) {
          await page.goto(site().origin + address);
          const width = await page.evaluate('document.documentElement.scrollWidth');
          expect([address, width]).toEqual([address, 320]);
        }
      });
    },
  );
});

describe('the browser code', () => {
  const site = served(aVisit());
  const at = (address: string, act: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
    onPage(site(), { width: 1280, javaScriptEnabled }, async (page) => {
      await page.goto(site().origin + address);
      await act(page);
    });

  test('shows and hides a password, and sends it as a password', () =>
    at('/form', async (page) => {
      const password = page.getByLabel('Create a password');
      await password.fill('four small words');
      await page.getByRole('button', { name: 'Show password' }).click();
      expect(await password.getAttribute('type')).toBe('text');
      await page.getByRole('button', { name: 'Hide password' }).click();
      expect(await password.getAttribute('type')).toBe('password');
      await page.getByRole('button', { name: 'Show password' }).click();
      await page.getByRole('button', { name: 'Save and continue' }).click();
      expect(await password.getAttribute('type')).toBe('password');
    }));

  test('offers no Show button that could not work', () =>
    at(
      '/form',
      async (page) => expect(await page.getByText('Show', { exact: true }).isVisible()).toBe(false),
      false,
    ));

  test('sends a form pressed twice once', () =>
    at('/form', async (page) => {
      const before = site().posts.length;
      await page.getByRole('button', { name: 'Save and continue' }).dblclick();
      await expect.poll(() => site().posts.length).toBe(before + 1);
      await page.waitForTimeout(300);
      expect(site().posts.length).toBe(before + 1);
    }));

  test('puts focus on the error summary, and its links on their fields', () =>
    at('/form-with-errors', async (page) => {
      expect(await focused(page)).toContain('nhsuk-error-summary');
      for (const field of ['email', 'password', 'contact', 'checks', 'reason']) {
        await page.getByRole('link', { name: `Enter your ${field}` }).click();
        expect(await page.evaluate('document.activeElement.id')).toBe(field);
      }
    }));

  test('the summary’s links reach their fields without it', () =>
    at(
      '/form-with-errors',
      async (page) => {
        await page.getByRole('link', { name: 'Enter your contact' }).click();
        await page.keyboard.press('Space');
        expect(await page.locator('#contact').isVisible()).toBe(true);
        expect(page.url()).toMatch(/#contact$/);
      },
      false,
    ));

  test('puts focus on the news that something worked', () =>
    at('/content', async (page) => expect(await focused(page)).toContain('nhsuk-notification-banner')));

  test('counts the characters left, and too many', () =>
    at('/form', async (page) => {
      const status = page.locator('.nhsuk-character-count__status');
      await page.getByLabel('Reason').fill('x'.repeat(199));
      expect(await status.textContent()).toBe('You have 1 character left');
      await page.getByLabel('Reason').fill('x'.repeat(202));
      expect(await status.textContent()).toBe('You have 2 characters too many');
    }));
});

const focused = (page: Page) => page.evaluate<string>('document.activeElement.className');

function served(visit: Visit): () => PageServer {
  let server: PageServer | undefined;
  beforeAll(async () => {
    server = await servePages(visit);
  });
  afterAll(() => server?.close());
  return () => {
    if (!server) throw new Error('The pages are not served yet.');
    return server;
  };
}

interface Screen {
  width: number;
  javaScriptEnabled?: boolean;
}

/** Opens a page that must stay quiet: no refused script or style, no error, no call to anywhere else. */
async function onPage(
  site: PageServer,
  { width, javaScriptEnabled }: Screen,
  act: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: javaScriptEnabled ?? true,
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) complaints.push(request.url());
  });
  try {
    await act(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}
