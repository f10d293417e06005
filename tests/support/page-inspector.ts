import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
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
  const switches = new WeakMap<Page, Promise<ScriptSwitch>>();
  const scriptSwitchOf = (page: Page) => {
    const opened = switches.get(page) ?? openScriptSwitch(page);
    switches.set(page, opened);
    return opened;
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
      const problems = javaScript
        ? await problemsForAxe(page)
        : await problemsWithoutScript(page, await scriptSwitchOf(page));
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
  // Our pages hold no frames, whose mode costs a page more; nobody reads the details of what passes, nor selectors.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode(true);
  axe.options({ resultTypes: ['violations'], selectors: false });
  const { violations } = await axe.withTags(tags).disableRules('region').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Axe is a script itself, so scripts are let run while it looks: too late for the page's own. */
async function problemsWithoutScript(page: Page, letScriptsRun: ScriptSwitch): Promise<string[]> {
  await letScriptsRun(true);
  const problems = await problemsForAxe(page);
  await letScriptsRun(false);
  return problems;
}

type ScriptSwitch = (run: boolean) => Promise<unknown>;

/** Stays with the page, whose scripts would run again once its session closed. What a session says it must have unsaid. */
async function openScriptSwitch(page: Page): Promise<ScriptSwitch> {
  const session = await page.context().newCDPSession(page);
  const letScriptsRun: ScriptSwitch = (run) =>
    session.send('Emulation.setScriptExecutionDisabled', { value: !run });
  await letScriptsRun(false);
  return letScriptsRun;
}
