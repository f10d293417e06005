import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import { type FileForm, fileForm } from '../../../tests/support/file-form.tsx';
import { logIn } from '../../../tests/support/main-job.ts';
import { heldBytes } from '../../../tests/support/memory.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { PostedFile } from '../../../tests/support/post-file.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import { sharedPortal } from '../../../tests/support/running-portal.ts';
import {
  aDocx,
  aHeicOfTwo,
  aHugeHeic,
  anOldDoc,
  aPng,
  aZip,
  docxBomb,
  jpegBomb,
  pngBomb,
  zipBomb,
} from '../../../tests/support/sample-files.ts';
import { hours, minutes, seconds } from '../../kernel/duration.ts';
import { convertHeic } from './convert-heic.ts';
import { makePictureAnew } from './picture.ts';

const megabyte = 1024 * 1024;

interface Counted {
  attachments: number;
  files: number;
  parts: number;
}

const counted = async ({ database }: Portal): Promise<Counted> =>
  (
    await database.pool.query<Counted>(
      `SELECT (SELECT count(*)::int FROM attachment) AS attachments, (SELECT count(*)::int FROM stored_file) AS files,
              (SELECT count(*)::int FROM stored_file_part) AS parts`,
    )
  ).rows[0] as Counted;

const nothing: Counted = { attachments: 0, files: 0, parts: 0 };

const kinds = 'a PDF, a photo or picture';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const html = '<!doctype html><html><script>alert(1)</script></html>';

const refused: [
  what: string,
  name: string,
  content: () => PostedFile['content'] | Promise<Buffer>,
  says: string,
][] = [
  ['an empty file', 'empty.pdf', () => '', 'empty.pdf is empty'],
  ['one byte more than 20 MB', 'large.txt', () => Buffer.alloc(20 * megabyte + 1, 'a'), 'larger than 20 MB'],
  ['a drawing with a script', 'logo.svg', () => svg, 'instructions for a computer'],
  [
    'a drawing behind a declaration',
    'logo.png',
    () => `<?xml version="1.0"?>\n${svg}`,
    'instructions for a computer',
  ],
  ['a page called a picture', 'photo.png', () => html, 'instructions for a computer'],
  ['a page behind spaces and a mark', 'photo.txt', () => `\ufeff \n\t${html}`, 'instructions for a computer'],
  ['a script', 'run.txt', () => '#!/bin/sh\nrm -rf /\n', 'run.txt is a program'],
  [
    'a Windows program called a PDF',
    'letter.pdf',
    () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
    'letter.pdf is a program',
  ],
  [
    'a Linux program',
    'letter.pdf',
    () => Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(500)]),
    'letter.pdf is a program',
  ],
  ['a packed file', 'files.zip', () => aZip([['a.txt', 'a']]), 'files.zip is a packed file'],
  ['a zip bomb', 'bomb.zip', zipBomb, 'bomb.zip is a packed file'],
  ['a zip bomb called a Word file', 'letter.docx', docxBomb, 'letter.docx is a packed file'],
  ['null bytes', 'notes.txt', () => 'no\u0000tes', `not a kind of file that we can open. Choose ${kinds}`],
  [
    'noise',
    'photo.jpg',
    () => Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 251)),
    'not a kind of file',
  ],
  ['a PNG of 40 megapixels', 'wall.png', () => pngBomb(8_000, 5_000), 'too many pixels'],
  ['a PNG of a hundred megapixels', 'wall.png', () => pngBomb(100_000, 1_000), 'too many pixels'],
  ['a JPEG of 4,000 megapixels', 'wall.jpg', () => jpegBomb(65_000, 65_000), 'too many pixels'],
  ['a HEIC of 40 megapixels', 'wall.heic', aHugeHeic, 'too many pixels'],
];

const the = sharedPortal({});

test.for(refused)('%s is refused in words, and nothing of it is kept', async ([, name, content, says]) => {
  const gate = the();
  const { server, browser, address } = await fileForm(gate);
  const files = [{ name, content: await content() }];
  const answer = await postFiles(server, browser(), address, { fields: { words: 'My words' }, files });
  expect(answer.status).toBe(422);
  expect(answer.error).toContain(says);
  expect(answer.html).toContain('value="My words"');
  expect(answer.html).toContain('href="#files"');
  expect(await counted(gate)).toEqual(nothing);
});

test('a HEIC that hides a huge picture beside a small one is refused before any of it is unpacked', async () => {
  const started = performance.now();
  expect(await makePictureAnew(await aHeicOfTwo(), 'image/heic')).toEqual({ refused: 'unreadable-picture' });
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('what a HEIC wants of memory and time is not taken from what answers requests', async () => {
  const before = process.memoryUsage().rss;
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 20);
  const bomb = await aHeicOfTwo();
  await expect(convertHeic(bomb, seconds(2))).rejects.toThrow();
  clearInterval(look);
  expect(most).toBeLessThan(100 * megabyte);
});

test('of six files five are kept with the form, and it says that five is most', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const amara = browser();
  const six = Array.from({ length: 6 }, (_, at) => ({ name: `${at}.txt`, content: `file ${at}` }));
  const answer = await postFiles(server, amara, address, { fields: { words: 'Six' }, files: six });
  expect(answer.error).toBe('You can send 5 files with a message. Choose the 5 that matter most.');
  expect(answer.kept).toHaveLength(5);
  const more = await postFiles(server, amara, address, {
    fields: { words: 'Six' },
    files: six.slice(5),
    kept: answer.kept,
  });
  expect(more.error).toContain('Choose the 5 that matter most.');
  expect(more.kept).toEqual(answer.kept);
  expect(await counted(gate)).toEqual({ attachments: 5, files: 5, parts: 5 });
});

test('a name of 100 kB, or with null bytes and turned letters, is cut to a name', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [
    { name: `${'a'.repeat(60_000)}.txt`, content: 'words' },
    { name: 'exe.\u202etxt\u0007.html', content: 'words' },
  ];
  const sent = await postFiles(server, browser(), address, { fields: { words: 'Names' }, files });
  expect(sent.status).toBe(303);
  const { rows } = await gate.database.pool.query<{ name: string }>(
    'SELECT name FROM attachment ORDER BY name',
  );
  expect(rows.map(({ name }) => name)).toEqual([`${'a'.repeat(100)}.txt`, 'exe.txt.html.txt']);
});

test('exactly 20 MB are taken', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [{ name: 'large.txt', content: Buffer.alloc(20 * megabyte, 'a') }];
  const sent = await postFiles(server, browser(), address, { fields: { words: 'Large' }, files });
  expect(sent.status).toBe(303);
});

test('files that come from another site are let go of, whatever token they carry', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [{ name: 'one.txt', content: 'one' }];
  const posting = { fields: { words: 'Words' }, files, headers: { 'sec-fetch-site': 'cross-site' } };
  const answer = await postFiles(server, browser(), address, posting);
  expect([answer.status, answer.kept]).toEqual([422, []]);
  expect(await counted(gate)).toEqual(nothing);
});

test('nobody takes over files of another browser’s form, by their ids, their tokens or both', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const [amara, mallory] = [browser(), browser()];
  const files = [{ name: 'letter.txt', content: 'private' }];
  const hers = await postFiles(server, amara, address, { fields: { words: '' }, files });
  const own = await postFiles(server, mallory, address, { fields: { words: '' }, files });
  const [token = '', ownToken = ''] = [hers.kept[0], own.kept[0]];
  const id = token.split('.')[0] ?? '';
  const mixed = ownToken.replace(/^[^.]+/, id);
  for (const kept of [token, id, `${id}.`, mixed, `${id}.1.made-up`, '../etc/passwd', 'x'.repeat(9_000)]) {
    const answer = await postFiles(server, mallory, address, { fields: { words: '' }, kept: [kept] });
    expect([kept.slice(0, 40), answer.kept]).toEqual([kept.slice(0, 40), []]);
    expect(answer.html).not.toContain('letter.txt (');
  }
  await postFiles(server, mallory, address, { fields: { words: '', 'remove-file': id } });
  const sent = await postFiles(server, amara, address, { fields: { words: 'Mine' }, kept: [token] });
  expect(sent.status).toBe(303);
  const again = await postFiles(server, amara, address, { fields: { words: 'Again' }, kept: [token] });
  expect(again.error).toContain('are gone');
});

test('a form without a token takes nothing', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [{ name: 'one.txt', content: 'one' }];
  const posting = { fields: { words: 'Words' }, files, token: '' };
  const answer = await postFiles(server, browser(), address, posting);
  expect(answer.status).toBe(422);
  gate.clock.advance(hours(1));
  await gate.runDue();
  expect(await counted(gate)).toEqual(nothing);
});

test('a network that sends files without end is told to stop, and words still arrive', async () => {
  const gate = await portal({ settings: { tickets: { perNetworkPerHour: 1 } } });
  const { server, browser, address } = await fileForm(gate);
  const five = Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, content: `file ${at}` }));
  await postFiles(server, browser(), address, { fields: { words: '' }, files: five });
  const late = await postFiles(server, browser(), address, {
    fields: { words: 'Help' },
    files: five.slice(0, 1),
  });
  expect(late.error).toContain('many files came from your network in the last hour');
  const words = await postFiles(server, browser(), address, { fields: { words: 'Help' } });
  expect(words.status).toBe(303);
});

test('strangers from many networks together fill no disk; whoever is logged in sends files all the same', async () => {
  const gate = await portal();
  const { clock, database, ids } = gate.needs;
  const gigabyte = 1024 ** 3;
  const kept = { name: 'big.txt', kind: 'text/plain', state: 'waiting', created_at: clock.now() } as const;
  await database
    .insertInto('attachment')
    .values(Array.from({ length: 11 }, () => ({ ...kept, id: ids.next(), size: gigabyte })))
    .execute();
  const file = { name: 'letter.txt', content: 'Dear all' };
  const words = { 'q-title': 'My rota', 'q-what-happened': 'It is empty.' };
  const asker = { fullName: 'Priya Shah', email: 'priya@alderbrook.example' };
  const ask = (browser: Browser, fields: Record<string, string>) =>
    postFiles(gate.server, browser, '/tickets/new/other', { fields, files: [file] });
  const stranger = await ask(gate.browser(), { ...asker, ...words });
  expect(stranger.error).toContain('too many files wait here at the moment');
  const known = gate.browser();
  await logIn(known, await gate.addPerson());
  expect((await ask(known, words)).status).toBe(303);
});

test('a field of 100 kB is answered in words; a form of a shape no page sends is turned away', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const long = await postFiles(server, browser(), address, { fields: { words: 'w'.repeat(100 * 1024) } });
  expect(long.status).toBe(422);
  expect(long.html).toContain('Write less');
  const tooLong = await postFiles(server, browser(), address, { fields: { words: 'w'.repeat(200 * 1024) } });
  expect(tooLong.status).toBe(413);
  const many = Array.from({ length: 40 }, (_, at) => ({ name: `${at}.txt`, content: 'a' }));
  expect((await postFiles(server, browser(), address, { files: many })).status).toBe(413);
  for (const [type, payload] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', 'no boundary at all'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nx',
    ],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
  ] as const) {
    const headers = { host: 'localhost:3000', 'content-type': type };
    const { statusCode } = await server.inject({ method: 'POST', url: address, headers, payload });
    expect([type, payload, statusCode]).toEqual([
      type,
      payload,
      expect.toSatisfy((code) => [400, 413, 415, 422].includes(code)),
    ]);
  }
  expect((await counted(gate)).files).toBe(0);
  expect(gate.logLines.filter((line) => line.includes('a surprise'))).toEqual([]);
});

test('a line that drops in the middle of a file leaves nothing behind', async () => {
  const gate = await portal();
  const form = await fileForm(gate);
  const start = Buffer.concat([part('files', 'whole.txt', 'all of it'), head('files', 'half.txt')]);
  const sending = await openPost(form, start);
  for (let at = 0; at < 8; at += 1) sending.write(Buffer.alloc(262_144, 'a'));
  await waitFor(async () => (await counted(gate)).parts >= 3);
  sending.destroy();
  await waitFor(async () => (await counted(gate)).attachments === 0);
  gate.clock.advance(minutes(61));
  await gate.runDue();
  expect(await counted(gate)).toEqual(nothing);
  expect(gate.logLines.filter((line) => line.includes('a surprise'))).toEqual([]);
});

test('20 MB stream in without lying in memory, while nobody waits for a connection to the database', async () => {
  const gate = await portal();
  const form = await fileForm(gate);
  const sending = await openPost(form, head('files', 'large.txt'));
  const before = await heldBytes();
  let most = 0;
  for (let sent = 0; sent < 80; sent += 1) {
    if (!sending.write(Buffer.alloc(262_144, 'a'))) await new Promise((done) => sending.once('drain', done));
    if (sent % 8 === 0) most = Math.max(most, (await heldBytes()) - before);
  }
  const answered = new Promise<number>((done) =>
    sending.on('response', (response) => done(response.resume().statusCode ?? 0)),
  );
  sending.end('\r\n--b--\r\n');
  expect(await answered).toBe(422);
  expect(most).toBeLessThan(12 * megabyte);
  expect(gate.database.pool.totalCount - gate.database.pool.idleCount).toBe(0);
});

test('files that two kinds of readers would read differently are what their beginning says, and served so', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const gif = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)//')]);
  const both = Buffer.concat([await aPng(), Buffer.from(html), aZip([['a.txt', 'a']])]);
  const files = [
    { name: 'script.gif', content: gif },
    { name: 'page.png', content: both },
  ];
  const sent = await postFiles(server, browser(), address, { fields: { words: 'Both' }, files });
  expect(sent.status).toBe(303);
  await gate.runDue();
  const { rows } = await gate.database.pool.query(
    'SELECT name, state, because, file_id, size::int FROM attachment ORDER BY name',
  );
  expect(rows).toMatchObject([
    { name: 'page.png', state: 'clean' },
    { name: 'script.gif', state: 'refused', because: 'unreadable-picture', file_id: null },
  ]);
  const { buffer } = await import('node:stream/consumers');
  const picture = await buffer(gate.needs.files.read(gate.needs.database, rows[0].file_id));
  expect(picture.includes('alert')).toBe(false);
  expect(picture.includes('PK')).toBe(false);
});

test('Office files of the older kind, and what follows a Word file, do not pass as something else', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [
    { name: 'old.xls', content: anOldDoc() },
    { name: 'word.exe', content: aDocx() },
  ];
  await postFiles(server, browser(), address, { fields: { words: 'Office' }, files });
  await gate.runDue();
  const { rows } = await gate.database.pool.query(
    'SELECT name, state, because FROM attachment ORDER BY name',
  );
  expect(rows).toEqual([
    { name: 'old.xls', state: 'held', because: 'old-office' },
    { name: 'word.exe.docx', state: 'clean', because: 'not-scanned' },
  ]);
});

const head = (name: string, fileName: string) =>
  Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n`);

const part = (name: string, fileName: string, content: string) =>
  Buffer.concat([head(name, fileName), Buffer.from(`${content}\r\n`)]);

/** A form whose body is written bit by bit, over a real line. */
async function openPost({ server, address }: FileForm, start: Buffer) {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as { port: number };
  const headers = { host: 'localhost:3000', 'content-type': 'multipart/form-data; boundary=b' };
  const sending = httpRequest({ host: '127.0.0.1', port, path: address, method: 'POST', headers });
  sending.on('error', () => undefined);
  sending.write(start);
  return sending;
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('it never came so far');
}
