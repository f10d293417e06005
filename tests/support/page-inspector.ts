import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, errors, type Page, type Response, type Route } from 'playwright-core';
import { expect } from 'vitest';
import { problemsOfHtml } from './valid-html.ts';

const require = createRequire(import.meta.url);

/** The smaller one: each page looked at reads it anew. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface PageInspector {
  /** Fails unless the page fits its window, is valid HTML and has nothing that axe finds. */
  look(page: Page, answer: Response): Promise<void>;
  /** How many different pages were looked at. */
  count(): number;
}

/** Axe and the validator see each shape of page once: other words in it have nothing new to find. */
export function createInspector(javaScript: boolean): PageInspector {
  const seen = new Set<string>();
  let glass: Promise<Glass> | undefined;
  const throughGlass = async (page: Page, answer: Response): Promise<string[]> => {
    glass ??= openGlass(page);
    try {
      return await problemsWithoutScript(answer, await glass);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      // On a very busy machine a second page sometimes never ends loading; a new one does.
      glass = openGlass(page);
      return problemsWithoutScript(answer, await glass);
    }
  };
  return {
    count: () => seen.size,
    look: async (page, answer) => {
      const address = new URL(page.url()).pathname;
      expect([address, await widthOf(page)]).toEqual([address, page.viewportSize()?.width]);
      const shape = shapeOf(address, await answer.text());
      if (seen.has(shape)) return;
      seen.add(shape);
      expect([address, await problemsOfHtml(await answer.text())]).toEqual([address, []]);
      const problems = javaScript ? await problemsForAxe(page) : await throughGlass(page, answer);
      expect([address, problems]).toEqual([address, []]);
    },
  };
}

const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

/** Which page it is and its markup, without what differs from visit to visit. */
const shapeOf = (address: string, html: string): string =>
  nameOf(address, html) +
  html.replace(/>[^<]+/g, '>').replace(/(nonce|value|href|action|content|data-[a-z-]+)="[^"]*"/g, '');

/** Its title without the service's name; a page about one record is known by its address, as its title names the record. */
function nameOf(address: string, html: string): string {
  const anyRecord = address.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
  return anyRecord === address ? (/<title>(.*?)( – [^–<]*)?<\/title>/.exec(html)?.[1] ?? '') : anyRecord;
}

interface Glass {
  page: Page;
  /** Loads what the server answered, without its scripts. */
  show(answer: Response): Promise<void>;
}

/** One rule for all its pages: one laid for each and taken up again left requests of a busy browser waiting for ever. */
async function openGlass(looked: Page): Promise<Glass> {
  const browser = looked.context().browser() as Browser;
  const page = await (await browser.newContext({ viewport: looked.viewportSize() })).newPage();
  let shown: Parameters<Route['fulfill']>[0];
  await page.route('**', (route) =>
    route.request().isNavigationRequest() ? route.fulfill(shown) : route.continue(),
  );
  return {
    page,
    show: async (answer) => {
      const body = (await answer.text()).replace(/<script [^>]*><\/script>/g, '');
      shown = { status: answer.status(), headers: answer.headers(), body };
      await page.goto(answer.url(), { timeout: 15_000 });
    },
  };
}

/** The back link stands outside every landmark on purpose, as the NHS and GOV.UK manuals ask. */
export async function problemsForAxe(page: Page, tags = levels): Promise<string[]> {
  // Our pages hold no frames, whose mode costs a page more; nobody reads the details of what passes, nor selectors.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode(true);
  axe.options({ resultTypes: ['violations'], selectors: false });
  const { violations } = await axe.withTags(tags).disableRules('region').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Axe is a script itself, so it reads the same answer in a page that runs scripts, without the answer's own. */
async function problemsWithoutScript(answer: Response, { page, show }: Glass): Promise<string[]> {
  await show(answer);
  return problemsForAxe(page);
}
