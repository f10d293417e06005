import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderPage } from '../../src/ui/index.ts';
import { everyPage } from './every-page.tsx';
import { builtAssets } from './serve-pages.ts';
import { aVisit, staffVisit } from './visits.ts';

let assets: Awaited<ReturnType<typeof builtAssets>>;
beforeAll(async () => {
  assets = await builtAssets();
});
afterAll(() => rm(assets.folder, { recursive: true }));

const built = (name: string) => readFile(join(assets.folder, assets.fileOf(name)), 'utf8');
const pages = () => Object.values(everyPage(aVisit())).map((page) => renderPage(page, staffVisit()));
const kilobytes = (bytes: number) => bytes / 1024;

test.each([
  ['gzip', gzipSync],
  ['brotli', brotliCompressSync],
])('the heaviest first page stays far below 60 kB, compressed with %s', async (_name, compress) => {
  const weigh = (text: string) => kilobytes(compress(text).byteLength);
  const page = Math.max(...pages().map(weigh));
  const icon = weigh(await readFile('src/ui/images/gate.svg', 'utf8'));
  const scripts = weigh(await built('main.js')) + weigh(await built('passkey.js'));
  expect(weigh(await built('main.js'))).toBeLessThan(5);
  expect(scripts).toBeLessThan(9);
  expect(page + icon + weigh(await built('main.css')) + scripts).toBeLessThan(36);
});

test.each(['main.css', 'nhs.css'])('every class that pages write has its style in %s', async (name) => {
  const sheet = await built(name);
  const names = pages().flatMap((html) =>
    [...html.matchAll(/class="([^"]*)"/g)].map((found) => found[1] ?? ''),
  );
  const used = new Set(names.flatMap((list) => list.split(' ')));
  const bare = [...used].filter((one) => !sheet.includes(`.${one}`) && !meaningOnly.test(one));
  expect(bare).toEqual([]);
});

test('the neutral styles ask nobody for a font, and hold no NHS colour', async () => {
  const sheet = await built('main.css');
  expect(sheet).not.toMatch(/@font-face|https?:|frutiger/i);
  expect(sheet).not.toMatch(/#005eb8|#003087/i);
});

test('the styles ask for no picture that is not served', async () => {
  const wanted = [...(await built('main.css')).matchAll(/url\("?([^")]+)/g)].map((found) => found[1] ?? '');
  for (const picture of wanted)
    await expect(readFile(join(assets.folder, picture.replace('/assets/', '')))).resolves.toBeDefined();
});

/** Hooks for code and marks of kind, which the library leaves without a style of their own. */
const meaningOnly = /^(nhsuk-js-.*|gh-theme-.*)$/;
