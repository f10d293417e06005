import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const stylesFolder = 'src/ui/styles';
const browserFolder = 'browser';
const imagesFolder = 'src/ui/images';
const libraryImagesFolder = 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images';

interface Asset {
  name: string;
  body: string;
}

/** Styles and browser modules under names that change with their contents, and the list that maps one to the other. */
export async function buildAssets(target: string): Promise<void> {
  const manifest: Record<string, string> = {};
  const sheets = await styles();
  for (const { name, body } of [...sheets, ...(await browserModules())]) {
    const hashed = nameWithHash(name, body);
    await writeFile(join(target, hashed), body);
    manifest[name] = hashed;
  }
  if (existsSync(imagesFolder)) await cp(imagesFolder, join(target, 'images'), { recursive: true });
  for (const picture of picturesOf(sheets))
    await cp(join(libraryImagesFolder, picture), join(target, 'images', picture));
  await compressFiles(target);
  await writeFile(join(target, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
}

/** Once and as small as can be, so that no request waits for it; the server picks what the browser takes. */
async function compressFiles(target: string): Promise<void> {
  for (const name of await readdir(target, { recursive: true })) {
    if (!/\.(css|js|svg)$/.test(name)) continue;
    const body = await readFile(join(target, name));
    await writeFile(join(target, `${name}.br`), brotliCompressSync(body));
    await writeFile(join(target, `${name}.gz`), gzipSync(body, { level: 9 }));
  }
}

async function styles(): Promise<Asset[]> {
  const sheets = await entryPoints(stylesFolder, '.scss');
  return sheets.map((sheet) => ({
    name: `${parse(sheet).name}.css`,
    body: compile(sheet, { style: 'compressed', loadPaths: ['node_modules'], quietDeps: true }).css,
  }));
}

/** The library's pictures that our styles ask for, and no others: some of the rest are marks of the NHS. */
function picturesOf(sheets: Asset[]): Set<string> {
  const addresses = sheets.flatMap(({ body }) => [
    ...body.matchAll(/url\("?\/assets\/images\/([\w-]+\.svg)/g),
  ]);
  return new Set(addresses.map((found) => found[1] ?? ''));
}

async function browserModules(): Promise<Asset[]> {
  const modules = await entryPoints(browserFolder, '.ts');
  const { outputFiles } = await build({
    entryPoints: modules,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    outdir: 'out',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map((file) => ({ name: parse(file.path).base, body: file.text }));
}

/** Every file of the folder itself is an entry point, but for those named like `_parts.scss` and tests. */
async function entryPoints(folder: string, extension: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(extension) && !name.startsWith('_') && !/\.(d|test)\.ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function nameWithHash(name: string, body: string): string {
  const { name: stem, ext } = parse(name);
  return `${stem}-${createHash('sha256').update(body).digest('hex').slice(0, 10)}${ext}`;
}
