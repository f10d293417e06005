import type { Browser } from 'playwright-core';
import { beforeAll, vi } from 'vitest';
import { openBrowser } from './browser.ts';
import { createInspector } from './page-inspector.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** What the journeys of a file share: one browser, inspectors that remember, and time. Gives visitors to a portal. */
export function journeys(
  usually = true,
): (the: { origin: string }, javaScript?: boolean) => Promise<Visitor> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
    return () => browser.close();
  });
  vi.setConfig({ testTimeout: 120_000 });
  const withScripts = createInspector(true);
  const without = createInspector(false);
  return ({ origin }, javaScript = usually) =>
    createVisitor({ browser, origin, inspector: javaScript ? withScripts : without, javaScript });
}
