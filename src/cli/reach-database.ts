import pg from 'pg';
import { wordsIn } from '../kernel/words.ts';
import { refusal } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';

const words = wordsIn(cliWords, 'en');
const oldestVersion = 15_00_00;

/** Throws a refusal unless an operator's own database answers and is new enough. */
export async function requireDatabase(url: string): Promise<void> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    const found = Number(rows[0].server_version_num);
    if (found < oldestVersion) throw refusal(words.databaseTooOld(place, String(Math.floor(found / 10_000))));
  } catch (error) {
    throw explained(error as Error & { code?: string }, place);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host, port and name only, because the address holds a password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname}`;
}

/** A five-character code is PostgreSQL's own answer; anything else happened on the way there. */
function explained(error: Error & { code?: string }, place: string): Error {
  if (error.code === 'GATEHOUSE_REFUSED') return error;
  if (/^[0-9A-Z]{5}$/.test(error.code ?? '') && !error.code?.startsWith('E'))
    return refusal(words.databaseRefused(place, error.message));
  return refusal(words.databaseUnreachable(place, error.code ?? error.message));
}
