import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { CDPSession, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { problemsOfHtml } from './valid-html.ts';

const require = createRequire(import.meta.url);

/** The smaller one: each page looked at reads it anew. Handed over as it is, which costs a third of what its builder does. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface PageInspector {
  /** Fails unless the page fits its window, is valid HTML and has nothing that axe finds. */
  look(page: Page, answer: Response): Promise<void>;
}

/** Axe and the validator see each shape of page once: other words in it have nothing new to find. */
export function createInspector(javaScript: boolean): PageInspector {
  const seen = new Set<string>();
  return {
    look: async (page, answer) => {
      const address = new URL(page.url()).pathname;
      expect([address, await widthOf(page)]).toEqual([address, page.viewportSize()?.width]);
      const shape = shapeOf(address, await answer.text());
      if (seen.has(shape)) return;
      seen.add(shape);
      expect([address, await problemsOfHtml(await answer.text())]).toEqual([address, []]);
      const problems = javaScript ? await problemsForAxe(page) : await problemsWithoutScript(page);
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

/** The back link stands outside every landmark on purpose, as the NHS and GOV.UK manuals ask. */
export async function problemsForAxe(page: Page, tags = levels): Promise<string[]> {
  const options: RunOptions = {
    runOnly: tags,
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
    selectors: false,
  };
  const look = `${axeSource}; axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const session = await sessionOf(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: look,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`axe could not look at ${page.url()}: ${exceptionDetails.text}`);
  const violations: AxeResults['violations'] = result.value;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Axe is a script itself, so scripts are let run while it looks: too late for the page's own. A session can take back only what it said. */
async function problemsWithoutScript(page: Page): Promise<string[]> {
  await letScriptsRun(page, false);
  await letScriptsRun(page, true);
  const problems = await problemsForAxe(page);
  await letScriptsRun(page, false);
  return problems;
}

const letScriptsRun = async (page: Page, run: boolean) =>
  (await sessionOf(page)).send('Emulation.setScriptExecutionDisabled', { value: !run });

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Stays with the page, whose scripts would run again once its session closed. */
function sessionOf(page: Page): Promise<CDPSession> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, opened);
  return opened;
}
