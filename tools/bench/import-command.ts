import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { productionEnvironment } from './serve-portal.ts';
import type { Surroundings } from './surroundings.ts';

/** How long an importing command takes in a process of its own, from its start to its end. */
export async function secondsToImport(
  { smtpUrl }: Surroundings,
  databaseUrl: string,
  command: 'import-accounts' | 'import-organisations',
  file: string,
): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', command, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: productionEnvironment({ databaseUrl, smtpUrl }),
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`the import of ${file} ended with ${exitCode}`);
  return (performance.now() - began) / 1000;
}
