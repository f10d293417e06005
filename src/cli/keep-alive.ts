import { seconds } from '../kernel/duration.ts';
import { wordsIn } from '../kernel/words.ts';
import type { PostgresServer } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { tellFailure } from './tell-failure.ts';

/** Starts the server again when something killed it. The function it gives ends the watch, and waits for one look. */
export function keepAlive(server: PostgresServer): () => Promise<void> {
  let looking = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    looking = reviveIfDead(server).finally(() => {
      isBusy = false;
    });
  }, seconds(1));
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

async function reviveIfDead(server: PostgresServer): Promise<void> {
  try {
    if (await server.isRunning()) return;
    say(wordsIn(cliWords, 'en').reviving);
    await server.revive();
  } catch (error) {
    tellFailure(error);
  }
}
