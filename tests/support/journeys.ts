import type { Browser } from 'playwright-core';
import { beforeAll, vi } from 'vitest';
import { openBrowser } from './browser.ts';
import { createInspector } from './page-inspector.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** All journeys of this process share one browser, which ends with it, and inspectors that remember what they saw. */
let opening: Promise<Browser> | undefined;
const withScripts = createInspector(true);
const without = createInspector(false);

/** Time for the journeys of a file. Gives visitors to a portal. */
export function journeys(
  usually = true,
): (the: { origin: string }, javaScript?: boolean) => Promise<Visitor> {
  let browser: Browser;
  beforeAll(async () => {
    opening ??= openBrowser();
    browser = await opening;
  });
  vi.setConfig({ testTimeout: 120_000 });
  return ({ origin }, javaScript = usually) =>
    createVisitor({ browser, origin, inspector: javaScript ? withScripts : without, javaScript });
}
