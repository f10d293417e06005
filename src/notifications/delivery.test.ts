import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase } from '../../tests/support/empty-database.ts';
import { startMailServer, startMisbehavingServer } from '../../tests/support/smtp-server.ts';
import { after, days, hours, minutes, seconds } from '../kernel/duration.ts';
import { createIds } from '../kernel/ids.ts';
import { createKeyRing } from '../kernel/key-ring.ts';
import { inTransaction } from '../platform/database/database.ts';
import { deliverMessages, waitAfter } from './deliver-messages.ts';
import { expireMessages } from './expire-messages.ts';
import { claimDueMessages, outboxState } from './outbox.store.ts';
import { createOutbox, type Message } from './outbox.ts';
import { readSmtpServer } from './smtp-server-url.ts';
import { createSmtpTransport } from './smtp-transport.ts';
import { unavailableTransport } from './transport.ts';

const start = new Date('2026-03-02T09:00:00Z');
const keyRing = createKeyRing(new Map([[1, new Uint8Array(32).fill(7)]]));
const from = { name: 'Northgate Portal', address: 'portal@northgate.example' };
const quick = { connection: seconds(1), silence: 300, attempt: seconds(3) };

/** An outbox and its delivery through the given server, under a clock that only `wait` moves. */
async function post(url: string, options: { requireTls?: boolean; ring?: typeof keyRing } = {}) {
  const { database } = await emptyDatabase();
  let now = start;
  const clock = { now: () => now };
  const nudges: string[] = [];
  const attempts: string[] = [];
  const outbox = createOutbox({
    clock,
    ids: createIds(clock),
    keyRing,
    mailDomain: 'northgate.example',
    nudge: async (_tx, work) => void nudges.push(work),
  });
  const server = { ...readSmtpServer(url), requireTls: options.requireTls ?? false };
  const email = createSmtpTransport({ server, from, timeouts: quick });
  onTestFinished(() => email.close());
  const work = deliverMessages({
    database,
    keyRing: options.ring ?? keyRing,
    transports: { email, sms: unavailableTransport },
    onAttempt: (_message, result) => void attempts.push(result.outcome),
  });
  return {
    database,
    nudges,
    attempts,
    email,
    put: (message: Partial<Message> = {}) =>
      inTransaction(database, (tx) =>
        outbox.put(tx, { ...letter, expiresAt: after(now, hours(1)), ...message }),
      ),
    look: () => work.runDue(now),
    expire: () => expireMessages({ database }).runDue(now),
    wait: (duration: number) => {
      now = after(now, duration);
    },
    now: () => now,
    rows: () => database.selectFrom('outbox').selectAll().orderBy('id').execute(),
    only: () => database.selectFrom('outbox').selectAll().executeTakeFirstOrThrow(),
  };
}

const letter = {
  kind: 'reset-link',
  channel: 'email' as const,
  to: 'amara.okafor@practice.test',
  subject: 'Reset your password – Zoë’s practice',
  html: '<p>Use <a href="https://portal.example/reset-password/abc">this link</a>, Zoë.</p>',
  text: 'Use https://portal.example/reset-password/abc\n.\nZoë',
};

test('a message arrives whole, with text and HTML, once, and leaves nothing readable behind', async () => {
  const mail = await startMailServer();
  const { put, look, only, nudges } = await post(mail.url);
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

test('a change that is undone sends nothing', async () => {
  const { database, look, rows } = await post('smtp://127.0.0.1:1');
  const clock = { now: () => start };
  const outbox = createOutbox({
    clock,
    ids: createIds(clock),
    keyRing,
    mailDomain: 'a.example',
    nudge: async () => undefined,
  });
  await inTransaction(database, async (tx) => {
    await outbox.put(tx, { ...letter, expiresAt: after(start, hours(1)) });
    throw new Error('undone');
  }).catch(() => undefined);
  expect(await rows()).toEqual([]);
  expect(await look()).toBe(0);
});

test('nobody can add a header or a recipient through an address or a subject', async () => {
  const mail = await startMailServer();
  const { put, look, rows } = await post(mail.url);
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

test('a message refused for good fails at once, is erased, and says why without naming anybody', async () => {
  const mail = await startMailServer({
    onRcptTo: (address, _session, done) =>
      done(Object.assign(new Error(`5.1.1 no ${address.address} here`), { responseCode: 550 })),
  });
  const { put, look, wait, only } = await post(mail.url);
  await put();
  await look();
  const row = await only();
  expect(row).toMatchObject({ status: 'failed', content: null, next_attempt_at: null, attempts: 1 });
  expect(row.last_problem).toBe('EENVELOPE 550 5.1.1 at RCPT TO');
  wait(days(1));
  expect(await look()).toBe(0);
});

test('content refused after the final dot fails for good too', async () => {
  const mail = await startMailServer({
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('5.7.1 spam'), { responseCode: 554 })));
    },
  });
  const { put, look, only } = await post(mail.url);
  await put();
  await look();
  expect(await only()).toMatchObject({ status: 'failed', last_problem: 'EMESSAGE 554 5.7.1 at DATA' });
});

test('a greylisted message waits and arrives once', async () => {
  let refusals = 2;
  const mail = await startMailServer({
    onRcptTo: (_address, _session, done) => {
      refusals -= 1;
      done(
        refusals >= 0 ? Object.assign(new Error('4.7.1 come back later'), { responseCode: 451 }) : undefined,
      );
    },
  });
  const { put, look, wait, only, attempts } = await post(mail.url);
  await put();
  await look();
  expect(await only()).toMatchObject({ status: 'deferred', next_attempt_at: after(start, waitAfter(1)) });
  expect(await look()).toBe(0);
  wait(waitAfter(1));
  await look();
  wait(waitAfter(2) - 1);
  expect(await look()).toBe(0);
  wait(1);
  await look();
  expect(await only()).toMatchObject({ status: 'sent', attempts: 3 });
  expect(mail.received).toHaveLength(1);
  expect(attempts).toEqual(['refused-for-now', 'refused-for-now', 'sent']);
});

test('a server that will not speak to us costs no message: an outage, a closed door, a refused log in or sender', async () => {
  const mail = await startMailServer();
  await mail.stop();
  const { put, look, wait, rows } = await post(mail.url);
  for (let count = 0; count < 5; count += 1) await put();
  await look();
  expect((await rows()).map((row) => row.status)).toEqual(Array(5).fill('deferred'));
  await mail.restart();
  wait(minutes(1));
  expect(await look()).toBe(5);
  expect(new Set(mail.received.map(({ mail: { messageId } }) => messageId)).size).toBe(5);

  const doors = [
    await startMailServer({
      onConnect: (_session, done) => done(Object.assign(new Error('no'), { responseCode: 554 })),
    }),
    await startMailServer({
      onMailFrom: (_a, _s, done) => done(Object.assign(new Error('who?'), { responseCode: 550 })),
    }),
  ];
  for (const door of doors) {
    const refused = await post(door.url);
    await refused.put();
    await refused.look();
    expect(await refused.only()).toMatchObject({ status: 'deferred' });
  }
  const login = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('wrong password')),
  });
  const denied = await post(login.url.replace('//', '//gatehouse:wrong@'));
  await denied.put();
  await denied.look();
  expect(await denied.only()).toMatchObject({ status: 'deferred' });
});

test('a server that stalls before the message is taken is given up on, and tried again', async () => {
  let patience = 0;
  const stalling = await startMisbehavingServer((connection) =>
    connection <= 2
      ? { silent: connection === 1, line: (line) => (line === 'DATA' ? 'handled' : undefined) }
      : {},
  );
  const { put, look, wait, only } = await post(stalling.url);
  await put();
  for (; patience < 2; patience += 1) {
    await look();
    expect(await only()).toMatchObject({ status: 'deferred' });
    wait(waitAfter(patience + 1));
  }
  await look();
  expect(await only()).toMatchObject({ status: 'sent' });
  expect(stalling.accepted).toHaveLength(1);
});

test.each(['EHLO', 'MAIL FROM', 'RCPT TO', 'DATA'])(
  'a connection dropped at %s is before the final dot: deferred, then arrives once',
  async (at) => {
    const dropping = await startMisbehavingServer((connection) =>
      connection > 2
        ? {}
        : {
            line: (line, socket, inData) => {
              if (inData || !line.startsWith(at)) return undefined;
              socket.destroy();
              return 'handled';
            },
          },
    );
    const { put, look, wait, only } = await post(dropping.url);
    await put();
    await look();
    expect(await only()).toMatchObject({ status: 'deferred' });
    while ((await only()).status !== 'sent') {
      wait(minutes(5));
      await look();
    }
    expect(dropping.accepted).toHaveLength(1);
  },
);

test('a connection dropped in the middle of the message is before the final dot: deferred, then arrives once', async () => {
  const dropping = await startMisbehavingServer((connection) =>
    connection === 1 ? { data: (socket) => void socket.destroy() } : {},
  );
  const { put, look, wait, only } = await post(dropping.url);
  // Larger than everything the two ends can hold on the way, so that part of it was never handed over.
  await put({ text: `${'a long line of a letter\r\n'.repeat(20)}`.repeat(25_000) });
  await look();
  expect(await only()).toMatchObject({ status: 'deferred' });
  wait(minutes(5));
  await look();
  expect(await only()).toMatchObject({ status: 'sent' });
  expect(dropping.accepted).toHaveLength(1);
});

test.each(['drops', 'stalls', 'drips'])(
  'a server that %s after the final dot leaves it uncertain, and gets the same Message-ID again',
  async (how) => {
    const seen: string[] = [];
    const silent = await startMisbehavingServer((connection) => ({
      line: (line, socket, inData) => {
        if (inData && line.startsWith('Message-ID:')) seen.push(line.slice(12));
        if (connection > 1 || !inData || line !== '.') return undefined;
        if (how === 'drops') socket.destroy();
        if (how === 'drips') {
          const drip = setInterval(() => socket.write('250-'), 100);
          socket.on('close', () => clearInterval(drip));
        }
        return 'handled';
      },
    }));
    const { put, look, wait, only } = await post(silent.url);
    await put();
    await look();
    const uncertain = await only();
    expect(uncertain).toMatchObject({ status: 'uncertain', attempts: 1 });
    expect(uncertain.content).not.toBeNull();
    wait(waitAfter(1));
    await look();
    expect(await only()).toMatchObject({ status: 'sent', attempts: 2, content: null });
    expect(seen).toEqual([uncertain.message_id, uncertain.message_id]);
  },
);

test('what may have arrived stays uncertain until it is known to be sent, even past its time', async () => {
  const dropping = await startMisbehavingServer((connection) => ({
    line: (line, socket, inData) => {
      if (connection === 1 ? inData && line === '.' : line.startsWith('EHLO')) {
        socket.destroy();
        return 'handled';
      }
      return undefined;
    },
  }));
  const { put, look, wait, only, expire } = await post(dropping.url);
  await put();
  await look();
  wait(minutes(1));
  await look();
  expect(await only()).toMatchObject({ status: 'uncertain', attempts: 2 });
  wait(hours(1));
  expect(await look()).toBe(0);
  expect(await expire()).toBe(1);
  expect(await only()).toMatchObject({ status: 'uncertain', content: null, next_attempt_at: null });
});

test('a crash between claim and send is noticed when the lease runs out, and the message goes with the same Message-ID', async () => {
  const mail = await startMailServer();
  const { put, look, wait, only, database, now } = await post(mail.url);
  await put();
  const [claimed] = await claimDueMessages(database, {
    now: now(),
    leaseUntil: after(now(), minutes(5)),
    atMost: 1,
  });
  expect(claimed).toMatchObject({ attempts: 1, wasUncertain: false });
  expect(await only()).toMatchObject({ status: 'sending' });
  wait(minutes(5) - 1);
  expect(await look()).toBe(0);
  await mail.stop();
  wait(1);
  expect(await look()).toBe(1);
  expect(await only()).toMatchObject({ status: 'uncertain', attempts: 2 });
  await mail.restart();
  wait(minutes(1));
  await look();
  expect(await only()).toMatchObject({ status: 'sent', attempts: 3 });
  expect(mail.received.map((received) => received.mail.messageId)).toEqual([claimed?.messageId]);
});

test('a message past its time is neither sent nor kept readable', async () => {
  const mail = await startMailServer();
  const { put, look, wait, only, expire } = await post(mail.url);
  await put({ expiresAt: after(start, minutes(10)) });
  wait(minutes(10));
  expect(await look()).toBe(0);
  expect(await expire()).toBe(1);
  expect(await expire()).toBe(0);
  expect(await only()).toMatchObject({ status: 'expired', content: null, next_attempt_at: null });
  expect(mail.received).toEqual([]);
});

test('many senders at once send each message once', async () => {
  const mail = await startMailServer();
  const { put, look, rows } = await post(mail.url);
  for (let count = 0; count < 60; count += 1) await put({ to: `person${count}@practice.test` });
  const handled = await Promise.all(Array.from({ length: 4 }, look));
  expect(handled.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect((await rows()).every((row) => row.status === 'sent' && row.attempts === 1)).toBe(true);
  expect(new Set(mail.received.flatMap(({ to }) => to)).size).toBe(60);
  expect(mail.received).toHaveLength(60);
});

test('a pooled connection that the server closed meanwhile costs no attempt', async () => {
  const mail = await startMailServer({ socketTimeout: 250 });
  const { put, look, rows } = await post(mail.url);
  for (let count = 0; count < 3; count += 1) {
    await put();
    await look();
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  expect((await rows()).map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    Array(3).fill({ status: 'sent', attempts: 1 }),
  );
  expect(mail.received).toHaveLength(3);
});

test('a message whose key is missing waits for the key instead of being erased', async () => {
  const mail = await startMailServer();
  const otherRing = createKeyRing(new Map([[2, new Uint8Array(32).fill(9)]]));
  const { put, look, only } = await post(mail.url, { ring: otherRing });
  await put();
  await look();
  const row = await only();
  expect(row).toMatchObject({ status: 'deferred', last_problem: 'its key is not in the key ring' });
  expect(row.content).not.toBeNull();
});

test('nothing is sent in the clear to a server elsewhere', async () => {
  expect(readSmtpServer('smtp://mail.example')).toMatchObject({ port: 587, secure: false, requireTls: true });
  expect(readSmtpServer('smtps://me%40a:p%2Fw@mail.example')).toMatchObject({
    port: 465,
    secure: true,
    auth: { user: 'me@a', pass: 'p/w' },
  });
  for (const here of ['smtp://localhost:25', 'smtp://127.0.0.1', 'smtp://[::1]:2525'])
    expect(readSmtpServer(here).requireTls).toBe(false);
  for (const elsewhere of ['smtp://127.0.0.1.evil.test', 'smtp://localhost.evil.test'])
    expect(readSmtpServer(elsewhere).requireTls).toBe(true);
  expect(() => readSmtpServer('http://mail.example')).toThrow('smtp://');

  const plain = await startMailServer();
  const { put, look, only, email } = await post(plain.url, { requireTls: true });
  await put();
  await look();
  expect(await only()).toMatchObject({ status: 'deferred' });
  expect(plain.received).toEqual([]);
  expect(await email.verify()).toBe(false);
});

test('the transport knows whether its server answers', async () => {
  const mail = await startMailServer();
  const { email } = await post(mail.url);
  expect(await email.verify()).toBe(true);
  await mail.stop();
  expect(await email.verify()).toBe(false);
});

test('the state of the outbox tells what waits and how long', async () => {
  const { put, database, wait, now } = await post('smtp://127.0.0.1:1');
  expect(await outboxState(database, now())).toEqual({ waiting: new Map(), oldestDueSeconds: 0 });
  await put();
  wait(seconds(30));
  await put();
  expect(await outboxState(database, now())).toEqual({
    waiting: new Map([['queued', 2]]),
    oldestDueSeconds: 30,
  });
});

test('waits grow and stay within half an hour', () => {
  const waits = Array.from({ length: 20 }, (_, at) => waitAfter(at + 1));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(Math.max(...waits)).toBe(minutes(30));
});
