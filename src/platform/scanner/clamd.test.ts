import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ScannerManner, startScanner } from '../../../tests/support/clamd-server.ts';
import { eicar } from '../../../tests/support/sample-files.ts';
import { seconds } from '../../kernel/duration.ts';
import { createScanner, type ScanOutcome } from './index.ts';

async function* inParts(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}

test('a file goes to the scanner whole, and its word for it counts', async () => {
  const clamd = await startScanner();
  const scanner = createScanner(clamd.url);
  const parts = [Buffer.alloc(262_144, 1), Buffer.alloc(0), Buffer.alloc(100, 2)];
  expect(await scanner.scan(inParts(...parts))).toEqual({ outcome: 'clean' });
  expect(clamd.scanned[0]?.equals(Buffer.concat(parts))).toBe(true);
  expect(await scanner.scan(inParts('before', eicar, 'after'))).toEqual({
    outcome: 'infected',
    name: 'Eicar-Test-Signature',
  });
  expect(await scanner.scan(inParts())).toEqual({ outcome: 'clean' });
});

const manners: [string, ScannerManner, ScanOutcome['outcome']][] = [
  ['says nothing', () => undefined, 'unreachable'],
  ['hangs up', () => 'hang-up', 'unreachable'],
  ['ends the call without a word', () => '', 'unreachable'],
  ['breaks off in the middle of its answer', () => 'stream: O', 'unreachable'],
  ['finds the file too large', () => 'INSTREAM size limit exceeded. ERROR\0', 'odd-answer'],
  ['says OK of something else', () => 'other: OK\0', 'odd-answer'],
  ['says more than OK', () => 'stream: OK but not quite\0', 'odd-answer'],
  ['says okay in small letters', () => 'stream: ok\0', 'odd-answer'],
  ['says OK in a later line', () => 'stream: Access denied. ERROR\0stream: OK\0', 'odd-answer'],
  ['finds something without a name', () => 'stream:  FOUND\0', 'odd-answer'],
  ['is another program', () => 'HTTP/1.1 200 OK\r\n\r\n\0', 'odd-answer'],
  ['talks without end', () => 'stream: '.repeat(10_000), 'odd-answer'],
];

test.for(manners)('a scanner that %s has not said that a file is clean', async ([, manner, outcome]) => {
  const clamd = await startScanner(manner);
  expect(await createScanner(clamd.url, seconds(0.4)).scan(inParts('words'))).toEqual({ outcome });
});

test('a scanner that is not there, or closes the door on a large file, is unreachable', async () => {
  const clamd = await startScanner();
  await clamd.stop();
  expect(await createScanner(clamd.url).scan(inParts('words'))).toEqual({ outcome: 'unreachable' });
  expect(await createScanner('unix:/nowhere/clamd.ctl').scan(inParts('words'))).toEqual({
    outcome: 'unreachable',
  });
  const rude = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.destroy());
  });
  await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => void rude.close());
  const { port } = rude.address() as { port: number };
  const large = Array.from({ length: 80 }, () => Buffer.alloc(262_144));
  expect(await createScanner(`tcp://127.0.0.1:${port}`).scan(inParts(...large))).toEqual({
    outcome: 'unreachable',
  });
});

test('a scanner at a socket of this machine is asked there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scanner-'));
  const path = join(folder, 'clamd.ctl');
  const server = createServer((socket) => {
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (heard.endsWith('\0\0\0\0')) socket.end('stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(async () => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  expect(await createScanner(`unix:${path}`).scan(inParts('words'))).toEqual({ outcome: 'clean' });
});

const real = process.env.GATEHOUSE_CLAMD;
const why = 'GATEHOUSE_CLAMD names no clamd, like unix:/run/clamav/clamd.ctl';
if (!real) console.warn(`The real clamd is left out: ${why}.`);

test.skipIf(!real)(`a real clamd finds the test virus${real ? '' : ` (left out: ${why})`}`, async () => {
  const scanner = createScanner(real ?? '');
  expect(await scanner.scan(inParts('harmless words'))).toEqual({ outcome: 'clean' });
  expect(await scanner.scan(inParts(eicar))).toMatchObject({ outcome: 'infected' });
});
