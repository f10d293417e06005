import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { PageInspector } from './page-inspector.ts';

/** One person at one browser, who acts on what the page shows and looks at every page carefully. */
export interface Visitor {
  page: Page;
  open(address: string): Promise<void>;
  /** Presses a button that leads to a page. */
  press(name: string): Promise<void>;
  follow(name: string): Promise<void>;
  fill(fields: Record<string, string>): Promise<void>;
  /** Does something by which the browser comes to another page, and looks at that page. */
  go(act: () => Promise<unknown>): Promise<void>;
  heading(): Promise<string>;
  text(): Promise<string>;
}

interface VisitorOptions {
  browser: Browser;
  origin: string;
  inspector: PageInspector;
  javaScript: boolean;
}

/** Without JavaScript on the smallest screen, with it on a desk's. */
export async function createVisitor(options: VisitorOptions): Promise<Visitor> {
  const { browser, origin, inspector, javaScript } = options;
  const viewport = { width: javaScript ? 1280 : 320, height: 800 };
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: javaScript, viewport });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await quietPage(context, origin);

  const go = async (act: () => Promise<unknown>) => {
    const answered = page.waitForResponse((response) => isPage(response, page));
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    const [response] = await Promise.all([answered, arrived, act()]);
    await page.waitForLoadState('load');
    await inspector.look(page, response);
  };
  return {
    page,
    go,
    open: (address) => go(() => page.goto(address)),
    press: (name) => go(() => page.getByRole('button', { name, exact: true }).click()),
    follow: (name) => go(() => page.getByRole('link', { name, exact: true }).first().click()),
    fill: async (fields) => {
      for (const [label, value] of Object.entries(fields))
        await page.getByLabel(label, { exact: true }).fill(value);
    },
    heading: async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
    text: async () => ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' '),
  };
}

const isPage = (response: Response, page: Page): boolean =>
  response.request().isNavigationRequest() &&
  response.frame() === page.mainFrame() &&
  (response.status() < 300 || response.status() >= 400);

/** A page that must stay quiet: no refused script or style, no error, no request to anybody else. */
async function quietPage(context: BrowserContext, origin: string): Promise<Page> {
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type()) && !isStatusOfThePage(message.text());
    if (isComplaint) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  onTestFinished(() => expect(complaints).toEqual([]));
  return page;
}

/** Chromium remarks on each page whose status is not 2xx, as a form with mistakes rightly is. */
const isStatusOfThePage = (text: string): boolean =>
  /^Failed to load resource: the server responded with a status of (4\d\d|503) /.test(text);
