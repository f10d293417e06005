import { expect, test } from 'vitest';
import { emptyDatabase } from '../../tests/support/empty-database.ts';
import { createIds } from '../kernel/ids.ts';
import { findCodes, findLinks } from './links-and-codes.ts';
import { findSandboxMessage, listSandboxMessages } from './sandbox-message.store.ts';
import { createSandboxTransport } from './sandbox-transport.ts';

test('the sandbox keeps each message once, newest first, with its links and codes', async () => {
  const { database } = await emptyDatabase();
  let now = new Date('2026-03-02T09:00:00Z');
  const clock = { now: () => now };
  const ids = createIds(clock);
  const transport = createSandboxTransport({ database, clock }, 'email');
  const envelope = (to: string) => ({
    id: ids.next(),
    messageId: '<1@a.example>',
    to,
    subject: 'Reset your password',
    html: '<a href="https://portal.example/reset?a=1&amp;b=2">Reset</a>',
    text: 'Reset:\nhttps://portal.example/reset?a=1&b=2\n\nor type\n\n12345678\n',
    createdAt: now,
  });
  const first = envelope('Amara@practice.test');
  expect(await transport.send(first)).toEqual({ outcome: 'sent' });
  expect(await transport.send(first)).toEqual({ outcome: 'sent' });
  now = new Date('2026-03-02T09:01:00Z');
  await transport.send(envelope('ben@practice.test'));

  const all = await listSandboxMessages(database, { limit: 10 });
  expect(all.map(({ to }) => to)).toEqual(['ben@practice.test', 'Amara@practice.test']);
  expect(await listSandboxMessages(database, { to: 'amara@practice.TEST', limit: 10 })).toEqual([
    {
      id: first.id,
      channel: 'email',
      to: 'Amara@practice.test',
      subject: 'Reset your password',
      text: first.text,
      html: first.html,
      links: ['https://portal.example/reset?a=1&b=2'],
      codes: ['12345678'],
      at: new Date('2026-03-02T09:00:00Z'),
    },
  ]);
  expect(await listSandboxMessages(database, { limit: 1 })).toHaveLength(1);
  expect(await findSandboxMessage(database, first.id)).toMatchObject({ to: 'Amara@practice.test' });
  expect(await findSandboxMessage(database, ids.next())).toBeUndefined();
});

test.each([
  ['Your code is 482917.', ['482917']],
  ['Type 4829 1736 within the hour', ['48291736']],
  ['482 917', ['482917']],
  ['12345678\n87654321\n12345678', ['12345678', '87654321']],
  ['Your temporary password is\nK7QM-4XDW-29HP\nand works once.', ['K7QM-4XDW-29HP']],
  ['Call 01632 960001 or 07700 900123 or +447700900123', []],
  ['https://portal.example/a/12345678', []],
  ['GH-7KQ2-123456 and 123456789 and 2026-03-02 and 1234.5678 and 12345678/9', []],
])('codes in %j are %j', (text, codes) => {
  expect(findCodes(text)).toEqual(codes);
});

test('links are found in text and markup, each once, without the full stop that ends their sentence', () => {
  const text = 'See https://a.example/x?y=1&z=2. Or (http://localhost:3000/b), or mailto:help@a.example';
  const html =
    '<a href="https://a.example/x?y=1&amp;z=2">x</a><a href="https://c.example/">c</a><a href="tel:1">t</a>';
  expect(findLinks(text, html)).toEqual([
    'https://a.example/x?y=1&z=2',
    'http://localhost:3000/b',
    'https://c.example/',
  ]);
});
