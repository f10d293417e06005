import { mkdir, rename, rm } from 'node:fs/promises';
import { buildAssets } from './build-assets.ts';
import { runNode } from './run-node.ts';

/** Built beside and swapped in, so a start never meets half a build. */
async function build(): Promise<number> {
  await rm('dist.next', { recursive: true, force: true });
  const compiled = await runNode('typescript', 'tsc', ['-p', 'tsconfig.build.json', '--outDir', 'dist.next']);
  if (compiled !== 0) return compiled;
  await mkdir('dist.next/assets', { recursive: true });
  await buildAssets('dist.next/assets');
  await rm('dist.last', { recursive: true, force: true });
  await rename('dist', 'dist.last').catch(() => undefined);
  await rename('dist.next', 'dist');
  await rm('dist.last', { recursive: true, force: true });
  return 0;
}

process.exitCode = await build();
