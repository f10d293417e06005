import { type Browser, chromium } from 'playwright-core';
import { type BrowserSource, findBrowser } from './find-browser.ts';

/** A real Chromium, without a window. Close it when the tests are done. */
export async function openBrowser(source: BrowserSource = 'any'): Promise<Browser> {
  const { executablePath, env } = await findBrowser(source);
  return chromium.launch({ executablePath, ...(env && { env }) });
}
