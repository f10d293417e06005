import { createServer } from 'node:net';
import { wordsIn } from '../kernel/words.ts';
import { refusal } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';

const words = wordsIn(cliWords, 'en');

/** Throws a refusal for a port that cannot be had, before anything slow has begun. */
export function requirePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  return new Promise((done, fail) => {
    probe.once('error', (error) => fail(explained(error, port)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return refusal(words.portBusy(port));
  return error.code === 'EACCES' ? refusal(words.portForbidden(port)) : error;
}
