import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs a package's own command under this Node, with its output on ours, and gives its exit code. */
export async function runNode(packageName: string, command: string, options: string[]): Promise<number> {
  return runScript(await commandOf(join('node_modules', packageName), command), options);
}

export function runScript(script: string, options: string[] = []): Promise<number> {
  const child = spawn(process.execPath, [script, ...options], { stdio: 'inherit' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function commandOf(folder: string, command: string): Promise<string> {
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
