import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'sass';

const stylesFolder = 'src/ui/styles';
const browserFolder = 'browser';
const imagesFolder = 'src/ui/images';

interface Asset {
  name: string;
  body: string;
}

/** Styles and browser modules under names that change with their contents, and the list that maps one to the other. */
export async function buildAssets(target: string): Promise<void> {
  const manifest: Record<string, string> = {};
  for (const { name, body } of [...(await styles()), ...(await browserModules())]) {
    const hashed = nameWithHash(name, body);
    await writeFile(join(target, hashed), body);
    manifest[name] = hashed;
  }
  if (existsSync(imagesFolder)) await cp(imagesFolder, join(target, 'images'), { recursive: true });
  await writeFile(join(target, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
}

async function styles(): Promise<Asset[]> {
  const sheets = await entryPoints(stylesFolder, '.scss');
  return sheets.map((sheet) => ({
    name: `${parse(sheet).name}.css`,
    body: compile(sheet, { style: 'compressed', loadPaths: ['node_modules'], quietDeps: true }).css,
  }));
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
