import { expect, test } from 'vitest';
import { patient, postOffice } from '../../tests/support/post-office.ts';
import { startMailServer, startMisbehavingServer } from '../../tests/support/smtp-server.ts';
import { hours, minutes } from '../kernel/duration.ts';
import { waitAfter } from './deliver-messages.ts';
import { readSmtpServer } from './smtp-server-url.ts';

test('a server that stalls before the message is taken is given up on, and tried again', async () => {
  let patience = 0;
  const stalling = await startMisbehavingServer((connection) =>
    connection <= 2
      ? { silent: connection === 1, line: (line) => (line === 'DATA' ? 'handled' : undefined) }
      : {},
  );
  const { put, look, wait, only } = await postOffice(stalling.url);
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
    const { put, look, wait, only } = await postOffice(dropping.url);
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
  const { put, look, wait, only } = await postOffice(dropping.url, { timeouts: patient });
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
    const { put, look, wait, only } = await postOffice(silent.url);
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
  const { put, look, wait, only, expire } = await postOffice(dropping.url);
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

test('a pooled connection that the server closed meanwhile costs no attempt', async () => {
  const mail = await startMailServer({ socketTimeout: 250 });
  const { put, look, rows } = await postOffice(mail.url);
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

test('a mail server’s address says how to reach it', () => {
  expect(readSmtpServer('smtp://mail.example')).toMatchObject({ port: 587, secure: false, isHere: false });
  expect(readSmtpServer('smtps://me%40a:p%2Fw@mail.example')).toMatchObject({
    port: 465,
    secure: true,
    auth: { user: 'me@a', pass: 'p/w' },
  });
  for (const here of ['smtp://localhost:25', 'smtp://127.0.0.1', 'smtp://[::1]:2525'])
    expect(readSmtpServer(here).isHere).toBe(true);
  for (const elsewhere of ['smtp://127.0.0.1.evil.test', 'smtp://localhost.evil.test', 'smtp://10.0.0.1'])
    expect(readSmtpServer(elsewhere).isHere).toBe(false);
  expect(() => readSmtpServer('http://mail.example')).toThrow('smtp://');
});

test('a server elsewhere gets nothing in the clear, nor under a certificate nobody vouches for', async () => {
  const inTheClear = await startMailServer();
  const unvouched = await startMailServer({ disabledCommands: [] });
  for (const server of [inTheClear, unvouched]) {
    const { put, look, only, email } = await postOffice(server.url, { isHere: false });
    await put();
    await look();
    expect(await only()).toMatchObject({ status: 'deferred' });
    expect(await email.verify()).toBe(false);
    expect(server.received).toEqual([]);
  }
  const { put, look, only } = await postOffice(unvouched.url);
  await put();
  await look();
  expect(await only()).toMatchObject({ status: 'sent' });
});

test('the transport knows whether its server answers', async () => {
  const mail = await startMailServer();
  const { email } = await postOffice(mail.url);
  expect(await email.verify()).toBe(true);
  await mail.stop();
  expect(await email.verify()).toBe(false);
});
