/** Verifies one password again and again, as many at once as there are cores, and nothing else. */
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import { verify } from '@node-rs/argon2';

interface Input {
  hash: string;
  password: string;
  seconds: number;
}

const { hash, password, seconds } = (await json(process.stdin)) as Input;

async function verifyUntil(end: number): Promise<number> {
  let done = 0;
  for (; performance.now() < end; done++) await verify(hash, password);
  return done;
}

const began = performance.now();
const lanes = Array.from({ length: availableParallelism() }, () => verifyUntil(began + seconds * 1000));
const done = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
process.stdout.write(JSON.stringify({ perSecond: (done * 1000) / (performance.now() - began) }));
