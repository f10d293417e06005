import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { issueLink } from '../../../src/identity/access-links/access-link.ts';
import { minutes, seconds } from '../../../src/kernel/duration.ts';
import { hashOfSecret } from '../../../src/kernel/secrets.ts';
import { inTransaction } from '../../../src/platform/database/database.ts';
import { addAuthenticator } from '../../support/factors.ts';
import { portal } from '../../support/portal.ts';

interface Won {
  granted: number;
  followed: number;
  allowed: number;
  guessed: number;
  repeated: number;
}

async function race(input: unknown): Promise<Won> {
  const script = join(import.meta.dirname, 'race.ts');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'], timeout: 30_000 });
  child.stdin.end(JSON.stringify(input));
  return (await json(child.stdout)) as Won;
}

test('race: four processes at one moment get five tries, at a code as at a password, one use of a link or code, and no more than a limit allows', async () => {
  const it = await portal({ at: new Date(Date.now()).toISOString() });
  const { id: accountId } = await it.addPerson();
  const asked = { accountId, purpose: 'reset-password', realm: 'portal', life: minutes(60) } as const;
  const { secret } = await inTransaction(it.needs.database, (tx) => issueLink(it.needs, tx, asked));
  const { id: other } = await it.addPerson({ name: 'Tomasz Lis' });
  const guessed = await addAuthenticator(it.needs, { account: accountId });
  const repeated = await addAuthenticator(it.needs, { account: other });
  const startsAt = Date.now() + seconds(4);
  const input = {
    url: it.database.url,
    startsAt,
    times: 25,
    subject: accountId,
    linkHash: hashOfSecret(secret),
    settings: it.settings,
    guess: { account: accountId, factor: guessed.factor, code: '12345' },
    repeat: { account: other, factor: repeated.factor, code: repeated.code(new Date(startsAt)) },
  };
  const won = await Promise.all(Array.from({ length: 4 }, () => race(input)));
  const sum = (of: (each: Won) => number) => won.reduce((total, each) => total + of(each), 0);
  expect(sum((each) => each.granted)).toBe(5);
  expect(sum((each) => each.followed)).toBe(1);
  expect(sum((each) => each.allowed)).toBe(7);
  // The fifth closes, and is told so.
  expect(sum((each) => each.guessed)).toBe(4);
  expect(sum((each) => each.repeated)).toBe(1);
});
