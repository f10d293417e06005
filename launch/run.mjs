import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { whenParentIsLost } from './parent.mjs';
import { root } from './root.mjs';

/** Half of Node's usual room for what is soon forgotten: a third less memory, and no slower (docs/running/performance.md). */
const flags = ['--enable-source-maps', '--max-semi-space-size=8'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the script under Node 24 until it ends, and gives its exit code. The channel between the two
 * closes when this process dies in any way, which is how the application hears of it.
 */
export function runUntilItEnds(node, [script, ...options]) {
  const child = spawn(node, [...flags, resolve(root, script), ...options], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    cwd: script.startsWith('tools/') ? root : process.cwd(),
    env: environmentFor(node, script),
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  whenParentIsLost(() => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/**
 * Tools find this Node first, and what was compiled once is not compiled at every start. Pages are drawn several
 * times faster by what React keeps for production.
 */
const environmentFor = (node, script) => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.compile-cache'),
  ...(script.startsWith('dist/') && { NODE_ENV: 'production' }),
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
});
