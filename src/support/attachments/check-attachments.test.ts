import { expect, test } from 'vitest';
import { type ScannerManner, startScanner } from '../../../tests/support/clamd-server.ts';
import { fileForm } from '../../../tests/support/file-form.tsx';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { PostedFile } from '../../../tests/support/post-file.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import { aDocxWithMacros, anOldDoc, aPhoto, aPng, eicar } from '../../../tests/support/sample-files.ts';
import { minutes } from '../../kernel/duration.ts';

const withScanner = async (manner?: ScannerManner) => {
  const clamd = await startScanner(manner);
  return { clamd, gate: await portal({ config: { clamdUrl: clamd.url } }) };
};

async function send(gate: Portal, ...files: PostedFile[]): Promise<void> {
  const { server, browser, address } = await fileForm(gate);
  const sent = await postFiles(server, browser(), address, { fields: { words: 'Files' }, files });
  expect(sent.status).toBe(303);
}

const standing = async ({ database }: Portal) =>
  (
    await database.pool.query(
      'SELECT name, state, because, file_id IS NOT NULL AS kept FROM attachment ORDER BY name',
    )
  ).rows;

const events = async ({ database }: Portal) =>
  (
    await database.pool.query(
      `SELECT action, reason FROM audit_event WHERE action LIKE 'attachment-%' ORDER BY action, reason`,
    )
  ).rows;

/** One look, as a node takes it each minute. */
const check = ({ works, clock }: Portal) =>
  works.find(({ name }) => name === 'check-attachments')?.runDue(clock.now());

const words = { name: 'words.txt', content: 'words' };
const virus = { name: 'virus.txt', content: eicar };

test('a file with a virus is refused and nothing of it kept; its neighbour passes', async () => {
  const { clamd, gate } = await withScanner();
  await send(gate, words, virus);
  await gate.runDue();
  expect(await standing(gate)).toEqual([
    { name: 'virus.txt', state: 'refused', because: 'infected: Eicar-Test-Signature', kept: false },
    { name: 'words.txt', state: 'clean', because: null, kept: true },
  ]);
  expect(clamd.scanned).toHaveLength(2);
  expect(await events(gate)).toEqual([
    { action: 'attachment-refused', reason: 'infected: Eicar-Test-Signature' },
  ]);
  const { rows } = await gate.database.pool.query('SELECT count(*)::int AS files FROM stored_file');
  expect(rows).toEqual([{ files: 1 }]);
});

test('while the scanner is gone files are held, it is left in peace, and they pass once it is back', async () => {
  const { clamd, gate } = await withScanner();
  await clamd.stop();
  await send(gate, words, virus);
  const held = { state: 'held', because: 'scanner-unreachable', kept: true };
  await check(gate);
  expect((await standing(gate)).filter(({ state }) => state === 'waiting')).toHaveLength(1);
  gate.clock.advance(minutes(1));
  await check(gate);
  expect(await standing(gate)).toMatchObject([held, held]);
  await clamd.restart();
  gate.clock.advance(minutes(6));
  await gate.runDue();
  expect(await standing(gate)).toMatchObject([
    { name: 'virus.txt', state: 'refused' },
    { name: 'words.txt', state: 'clean' },
  ]);
  expect((await events(gate)).filter(({ action }) => action === 'attachment-held')).toHaveLength(2);
});

test('a file over which the scanner falls silent keeps no other waiting', async () => {
  const { gate } = await withScanner((content) => (content.includes('words') ? 'hang-up' : 'stream: OK\0'));
  await send(gate, words, { name: 'other.txt', content: 'other' });
  for (let look = 0; look < 2; look += 1) {
    await check(gate);
    gate.clock.advance(minutes(1));
  }
  expect(await standing(gate)).toMatchObject([
    { name: 'other.txt', state: 'clean' },
    { name: 'words.txt', state: 'held', because: 'scanner-unreachable' },
  ]);
});

const uncertain: [string, ScannerManner, string][] = [
  ['hangs up', () => 'hang-up', 'scanner-unreachable'],
  ['cannot take it', () => 'INSTREAM size limit exceeded. ERROR\0', 'scanner-odd-answer'],
];

test.for(uncertain)('what a scanner that %s has not called clean is held', async ([, manner, because]) => {
  const { gate } = await withScanner(manner);
  await send(gate, words);
  await gate.runDue();
  expect(await standing(gate)).toEqual([{ name: 'words.txt', state: 'held', because, kept: true }]);
  expect(await events(gate)).toEqual([{ action: 'attachment-held', reason: because }]);
});

test('Office files with macros, and older ones, are held however clean they are', async () => {
  const { gate } = await withScanner();
  await send(
    gate,
    { name: 'form.docx', content: aDocxWithMacros() },
    { name: 'old.doc', content: anOldDoc() },
  );
  await gate.runDue();
  expect(await standing(gate)).toEqual([
    { name: 'form.docm', state: 'held', because: 'macros', kept: true },
    { name: 'old.doc', state: 'held', because: 'old-office', kept: true },
  ]);
});

test('a picture that cannot be painted anew is refused, and the work goes on', async () => {
  const { gate } = await withScanner();
  const broken = Buffer.from(await aPng());
  broken.fill(7, 60, 90);
  const cut = (await aPhoto()).subarray(0, 900);
  await send(gate, { name: 'broken.png', content: broken }, { name: 'cut.jpg', content: cut }, words);
  await gate.runDue();
  expect(await standing(gate)).toMatchObject([
    { name: 'broken.png', state: 'refused', because: 'unreadable-picture', kept: false },
    { name: 'cut.jpg', state: 'refused', because: 'unreadable-picture', kept: false },
    { name: 'words.txt', state: 'clean' },
  ]);
});

test('a file that brings down whoever looks into it is left to people after the third time', async () => {
  const { clamd, gate } = await withScanner();
  await send(gate, words);
  await gate.database.pool.query('UPDATE attachment SET attempts = 3');
  await gate.runDue();
  expect(await standing(gate)).toMatchObject([{ state: 'held', because: 'could-not-be-read' }]);
  expect(clamd.scanned).toEqual([]);
});

test('two nodes that look at once settle each file once', async () => {
  const { clamd, gate } = await withScanner();
  const other = await portal({ config: gate.config, database: gate.database, clock: gate.clock });
  await send(gate, words, virus, { name: 'a.png', content: await aPng() });
  await Promise.all([check(gate), check(other)]);
  expect(clamd.scanned).toHaveLength(3);
  expect((await standing(gate)).map(({ state }) => state)).toEqual(['clean', 'refused', 'clean']);
  expect(await events(gate)).toHaveLength(1);
});

test('files of a form that was not sent are neither scanned nor unpacked', async () => {
  const { clamd, gate } = await withScanner();
  const { server, browser, address } = await fileForm(gate);
  await postFiles(server, browser(), address, { fields: { words: '' }, files: [words] });
  await gate.runDue();
  expect(clamd.scanned).toEqual([]);
});

test('the files of a ticket go with it', async () => {
  const { gate } = await withScanner();
  await send(gate, words);
  await gate.runDue();
  await gate.database.pool.query('DELETE FROM ticket');
  gate.clock.advance(minutes(61));
  await gate.runDue();
  expect(await standing(gate)).toEqual([]);
  const { rows } = await gate.database.pool.query('SELECT count(*)::int AS files FROM stored_file');
  expect(rows).toEqual([{ files: 0 }]);
});
