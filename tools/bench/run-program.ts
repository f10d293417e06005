import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Longer than any of them takes, so that a bench never hangs. */
const longestMs = 180_000;

/** Runs one of `programs/` in a process of its own: its input as JSON, its answer as JSON. */
export async function runProgram<Answer>(name: string, input: unknown): Promise<Answer> {
  const script = join(import.meta.dirname, 'programs', name);
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: longestMs,
  });
  child.stdin.end(JSON.stringify(input));
  const output = await text(child.stdout);
  if (output === '') throw new Error(`${name} gave no answer`);
  return JSON.parse(output) as Answer;
}
