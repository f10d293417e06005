import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

/** Turns sources, or all of them, into JavaScript in dist, file for file and without checking types. */
export async function transpile(changed?: string[]): Promise<void> {
  await build({
    entryPoints: changed?.filter((file) => isSource(file) && existsSync(file)) ?? (await sources()),
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    plugins: [oneFileEach],
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'error',
  });
}

/** Nothing is bundled in fact; this is the only way to have esbuild change `.ts` to `.js` in imports. */
const oneFileEach: Plugin = {
  name: 'one-file-each',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.tsx?$/, '.js'), external: true },
    );
  },
};

const isSource = (file: string): boolean => /^src[\\/].*(?<!\.test)\.tsx?$/.test(file);

async function sources(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('src/**/*.{ts,tsx}')) if (isSource(file)) found.push(file);
  return found;
}
