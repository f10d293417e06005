import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type UnpackedBrowser, unpackBrowser } from './unpack-browser.ts';

export type BrowserSource = 'any' | 'package';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** CHROMIUM_PATH, then the one from npm, whose pages cost half of what an installed Chromium's do, then an installed one. */
export async function findBrowser(source: BrowserSource = 'any'): Promise<UnpackedBrowser> {
  const named = process.env.CHROMIUM_PATH;
  if (source === 'any' && named) return { executablePath: named };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const installed = installedBrowser();
  if (installed) return { executablePath: installed };
  throw new Error('The browser tests need Chromium or Chrome: install one, or name it in CHROMIUM_PATH.');
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...programs].find((path) => existsSync(path));
}
