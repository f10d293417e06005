import { wordsIn } from '../kernel/words.ts';
import { isRefusal } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';

const words = wordsIn(cliWords, 'en');

/** Ends a command in words: one sentence for what an operator can put right, a stack trace for what only we can. */
export function tellFailure(error: unknown): void {
  process.stderr.write(`${sentenceFor(error)}\n`);
}

export function sentenceFor(error: unknown): string {
  if (isRefusal(error)) return error.message;
  if (isDiskFull(error)) return words.diskFull;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Node says ENOSPC; PostgreSQL says 53100 (disk_full). */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');
