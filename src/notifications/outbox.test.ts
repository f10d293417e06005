import { expect, test } from 'vitest';
import { from, letter, postOffice, start } from '../../tests/support/post-office.ts';
import { startMailServer } from '../../tests/support/smtp-server.ts';
import { after, hours, seconds } from '../kernel/duration.ts';
import { inTransaction } from '../platform/database/database.ts';
import { outboxState } from './outbox.store.ts';

test('a message arrives whole, with text and HTML, once, and leaves nothing readable behind', async () => {
  const mail = await startMailServer();
  const { put, look, only, nudges } = await postOffice(mail.url);
  await put();
  expect(nudges).toEqual(['deliver-messages']);
  const waiting = await only();
  expect(waiting).toMatchObject({
    status: 'queued',
    attempts: 0,
    message_id: `<${waiting.id}@northgate.example>`,
  });
  expect(waiting.content?.toString('latin1')).not.toContain('amara');

  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  expect(await only()).toMatchObject({
    status: 'sent',
    attempts: 1,
    content: null,
    next_attempt_at: null,
    sent_at: start,
  });
  expect(mail.received).toHaveLength(1);
  const [arrived] = mail.received;
  expect(arrived).toMatchObject({ from: from.address, to: [letter.to] });
  expect(arrived?.mail).toMatchObject({
    from,
    to: [{ address: letter.to, name: '' }],
    subject: letter.subject,
    messageId: waiting.message_id,
    date: start.toISOString(),
  });
  expect(arrived?.mail.html?.trim()).toBe(letter.html);
  expect(arrived?.mail.text?.trim()).toBe(letter.text);
  expect(arrived?.source).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(arrived?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});

test('[L12] an email says what it answers and where answers go, and marks itself as ours', async () => {
  const mail = await startMailServer();
  const { put, look, rows } = await postOffice(mail.url);
  const thread = {
    replyTo: 'support@northgate.example',
    inReplyTo: '<question@practice.test>',
    references: ['<first@northgate.example>', '<question@practice.test>'],
  };
  await put({ thread });
  await look();
  expect(mail.received[0]?.mail).toMatchObject({
    replyTo: [{ address: thread.replyTo, name: '' }],
    inReplyTo: thread.inReplyTo,
    references: thread.references.join(' '),
  });
  expect(mail.received[0]?.source).toMatch(/^Auto-Submitted: auto-replied\r$/m);
  expect(mail.received[0]?.source).toMatch(new RegExp(`^X-Loop: ${from.address}\r$`, 'm'));
  await expect(put({ thread: { inReplyTo: '<a@b>\r\nBcc: eve@evil.test' } })).rejects.toThrow('one line');
  expect(await rows()).toHaveLength(1);
});

test('a change that is undone sends nothing', async () => {
  const { database, outbox, look, rows } = await postOffice('smtp://127.0.0.1:1');
  const change = inTransaction(database, async (tx) => {
    await outbox.put(tx, { ...letter, expiresAt: after(start, hours(1)) });
    throw new Error('undone');
  });
  await expect(change).rejects.toThrow('undone');
  expect(await rows()).toEqual([]);
  expect(await look()).toBe(0);
});

test('nobody can add a header or a recipient through an address or a subject', async () => {
  const mail = await startMailServer();
  const { put, look, rows } = await postOffice(mail.url);
  const smuggled = [
    '\r\nBcc: eve@evil.test',
    '\nBcc: eve@evil.test',
    '\rX: y',
    '\u2028Bcc: eve@evil.test',
    '\0',
  ];
  for (const text of smuggled) {
    await expect(put({ subject: `Hello${text}` })).rejects.toThrow('one line');
    await expect(put({ to: `amara@practice.test${text}` })).rejects.toThrow();
  }
  for (const to of [
    'amara@practice.test, eve@evil.test',
    'Eve <eve@evil.test>',
    'amara@practice.test;eve@evil.test',
    '',
  ])
    await expect(put({ to })).rejects.toThrow('exactly one');
  expect(await rows()).toEqual([]);
  await put({ subject: 'Bcc: eve@evil.test' });
  await look();
  expect(mail.received[0]?.to).toEqual([letter.to]);
  expect(mail.received[0]?.mail.bcc).toBeUndefined();
});

test('the state of the outbox tells what waits and how long', async () => {
  const { put, database, wait, now } = await postOffice('smtp://127.0.0.1:1');
  expect(await outboxState(database, now())).toEqual({ waiting: new Map(), oldestDueSeconds: 0 });
  await put();
  wait(seconds(30));
  await put();
  expect(await outboxState(database, now())).toEqual({
    waiting: new Map([['queued', 2]]),
    oldestDueSeconds: 30,
  });
});
