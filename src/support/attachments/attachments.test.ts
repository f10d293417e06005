import { expect, test } from 'vitest';
import { fileForm } from '../../../tests/support/file-form.tsx';
import type { Portal } from '../../../tests/support/portal.ts';
import { portal } from '../../../tests/support/portal.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import {
  aDocx,
  aDocxInsideOut,
  aHeic,
  aMovingGif,
  anOdt,
  aPdf,
  aPhoto,
  aPng,
  aWebp,
} from '../../../tests/support/sample-files.ts';
import { minutes } from '../../kernel/duration.ts';

interface Row {
  name: string;
  kind: string;
  state: string;
  because: string | null;
  size: number;
  ticket_id: string | null;
  file_id: string | null;
}

const rowsOf = async ({ database }: Portal): Promise<Row[]> =>
  (await database.pool.query<Row>('SELECT * FROM attachment ORDER BY name')).rows;

const filesKept = async ({ database }: Portal): Promise<number> =>
  (await database.pool.query('SELECT count(*)::int AS count FROM stored_file')).rows[0].count;

const goodFiles: [name: string, content: () => Buffer | Promise<Buffer>, keptAs: string, kind: string][] = [
  ['letter.pdf', aPdf, 'letter.pdf', 'application/pdf'],
  ['IMG_0001.JPG', aPhoto, 'IMG_0001.jpg', 'image/jpeg'],
  ['photo.jpeg', aPhoto, 'photo.jpg', 'image/jpeg'],
  ['screen.png', aPng, 'screen.png', 'image/png'],
  ['moving.gif', aMovingGif, 'moving.gif', 'image/gif'],
  ['picture.webp', aWebp, 'picture.webp', 'image/webp'],
  ['IMG_0002.HEIC', aHeic, 'IMG_0002.jpg', 'image/jpeg'],
  ['list.csv', () => Buffer.from('name,day\nAmara,2026-03-02\n'), 'list.csv', 'text/csv'],
  ['words.txt', () => Buffer.from('It says “no”.\r\n'), 'words.txt', 'text/plain'],
  ['message.eml', () => Buffer.from('From: a@b.example\n\nHello'), 'message.eml.txt', 'text/plain'],
  [
    'form.docx',
    aDocx,
    'form.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'other order.docx',
    aDocxInsideOut,
    'other order.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['form.odt', anOdt, 'form.odt', 'application/vnd.oasis.opendocument.text'],
];

test('files of every kind that people send arrive with their words, named by what they are', async () => {
  const gate = await portal({ settings: { tickets: { attachments: { atMost: 20 } } } });
  const { server, browser, address } = await fileForm(gate);
  const files = await Promise.all(
    goodFiles.map(async ([name, content]) => ({ name, content: await content() })),
  );
  const sent = await postFiles(server, browser(), address, { fields: { words: 'Look at these' }, files });
  expect([sent.status, sent.error]).toEqual([303, '']);
  expect((await rowsOf(gate)).every(({ state, ticket_id }) => state === 'waiting' && ticket_id)).toBe(true);
  await gate.runDue();
  const rows = await rowsOf(gate);
  expect(rows.map(({ name, kind, state, because }) => [name, kind, state, because])).toEqual(
    goodFiles
      .map(([, , name, kind]) => [name, kind, 'clean', 'not-scanned'])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  );
  expect(await filesKept(gate)).toBe(goodFiles.length);
});

test('files stay with a form that is shown again, until their remove button is pressed', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const amara = browser();
  const files = [
    { name: 'one.txt', content: 'one' },
    { name: 'two.txt', content: 'two' },
  ];
  const first = await postFiles(server, amara, address, { fields: { words: '' }, files });
  expect(first.status).toBe(422);
  expect(first.kept).toHaveLength(2);
  expect(first.html).toContain('one.txt (1 kB)');
  const id = first.kept[0]?.split('.')[0] ?? '';
  const removed = await postFiles(server, amara, address, {
    fields: { words: '', 'remove-file': id },
    kept: first.kept,
  });
  expect(removed.status).toBe(200);
  expect(removed.kept).toEqual(first.kept.slice(1));
  const more = [{ name: 'three.txt', content: 'three' }];
  const sent = await postFiles(server, amara, address, {
    fields: { words: 'Here they are' },
    kept: removed.kept,
    files: more,
  });
  expect(sent.status).toBe(303);
  expect((await rowsOf(gate)).map(({ name, ticket_id }) => [name, ticket_id !== null])).toEqual([
    ['three.txt', true],
    ['two.txt', true],
  ]);
  expect(await filesKept(gate)).toBe(2);
});

test('a form that lay open too long keeps its files while it is shown again', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const amara = browser();
  await amara.get(address);
  const files = [{ name: 'one.txt', content: 'one' }];
  const stale = await postFiles(server, amara, address, { fields: { words: 'Words' }, files, token: 'old' });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain('Words');
  const sent = await postFiles(server, amara, address, { fields: { words: 'Words' }, kept: stale.kept });
  expect(sent.status).toBe(303);
  expect(await rowsOf(gate)).toMatchObject([{ name: 'one.txt', ticket_id: expect.any(String) }]);
});

test('files of a form that nobody sent are gone after an hour, and the form says so', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const amara = browser();
  const files = [{ name: 'one.txt', content: 'one' }];
  const first = await postFiles(server, amara, address, { fields: { words: '' }, files });
  gate.clock.advance(minutes(61));
  await gate.runDue();
  expect([await rowsOf(gate), await filesKept(gate)]).toEqual([[], 0]);
  const late = await postFiles(server, amara, address, { fields: { words: 'Words' }, kept: first.kept });
  expect(late.status).toBe(422);
  expect(late.error).toBe(
    'Some of your files were here for more than an hour and are gone. Choose them again.',
  );
});

test('a photo is given out upright, without where and with what it was taken', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const before = await aPhoto();
  expect(before.includes('Invented Camera')).toBe(true);
  const photos = [
    { name: 'a.jpg', content: before },
    { name: 'b.heic', content: await aHeic() },
  ];
  await postFiles(server, browser(), address, { fields: { words: 'Photos' }, files: photos });
  await gate.runDue();
  const { default: sharp } = await import('sharp');
  const { buffer } = await import('node:stream/consumers');
  const ids = (await rowsOf(gate)).map(({ file_id }) => file_id as never);
  const [photo, phone] = await Promise.all(
    ids.map(async (id) => buffer(gate.needs.files.read(gate.needs.database, id))),
  );
  expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
  expect(await sharp(phone).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
  for (const one of [photo, phone]) {
    const { exif, orientation, xmp } = await sharp(one).metadata();
    expect([exif, orientation, xmp]).toEqual([undefined, undefined, undefined]);
    expect(one?.includes('Invented Camera')).toBe(false);
  }
});

test('a picture that moves goes on moving', async () => {
  const gate = await portal();
  const { server, browser, address } = await fileForm(gate);
  const files = [{ name: 'moving.gif', content: await aMovingGif() }];
  await postFiles(server, browser(), address, { fields: { words: 'It moves' }, files });
  await gate.runDue();
  const { default: sharp } = await import('sharp');
  const { buffer } = await import('node:stream/consumers');
  const [row] = await rowsOf(gate);
  const gif = await buffer(gate.needs.files.read(gate.needs.database, row?.file_id as never));
  expect((await sharp(gif, { animated: true }).metadata()).pages).toBe(2);
});
