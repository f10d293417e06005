import { expect, test } from 'vitest';
import { postOffice, start } from '../../tests/support/post-office.ts';
import { startMailServer } from '../../tests/support/smtp-server.ts';
import { after, days, minutes } from '../kernel/duration.ts';
import { createKeyRing } from '../kernel/key-ring.ts';
import { waitAfter } from './deliver-messages.ts';
import { claimDueMessages } from './outbox.store.ts';

test('a message refused for good fails at once, is erased, and says why without naming anybody', async () => {
  const mail = await startMailServer({
    onRcptTo: (address, _session, done) =>
      done(Object.assign(new Error(`5.1.1 no ${address.address} here`), { responseCode: 550 })),
  });
  const { put, look, wait, only } = await postOffice(mail.url);
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
  const { put, look, only } = await postOffice(mail.url);
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
  const { put, look, wait, only, attempts } = await postOffice(mail.url);
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
  const { put, look, wait, rows } = await postOffice(mail.url);
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
    const refused = await postOffice(door.url);
    await refused.put();
    await refused.look();
    expect(await refused.only()).toMatchObject({ status: 'deferred' });
  }
  const login = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('wrong password')),
  });
  const denied = await postOffice(login.url.replace('//', '//gatehouse:wrong@'));
  await denied.put();
  await denied.look();
  expect(await denied.only()).toMatchObject({ status: 'deferred' });
});

test('a crash between claim and send is noticed when the lease runs out, and the message goes with the same Message-ID', async () => {
  const mail = await startMailServer();
  const { put, look, wait, only, database, now } = await postOffice(mail.url);
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
  const { put, look, wait, only, expire } = await postOffice(mail.url);
  await put({ expiresAt: after(start, minutes(10)) });
  wait(minutes(10));
  expect(await look()).toBe(0);
  expect(await expire()).toBe(1);
  expect(await expire()).toBe(0);
  expect(await only()).toMatchObject({ status: 'expired', content: null, next_attempt_at: null });
  expect(mail.received).toEqual([]);
});

test('a code that somebody waits for goes before all the invitations that were queued first', async () => {
  const mail = await startMailServer();
  const { put, look, wait } = await postOffice(mail.url);
  for (let count = 0; count < 30; count += 1)
    await put({ to: `person${count}@practice.test`, expiresAt: after(start, days(14)) });
  wait(minutes(1));
  await put({ to: 'waits@practice.test', expiresAt: after(start, minutes(11)) });
  expect(await look()).toBe(20);
  expect(mail.received.flatMap(({ to }) => to)).toContain('waits@practice.test');
});

test('many senders at once send each message once', async () => {
  const mail = await startMailServer();
  const { put, look, rows } = await postOffice(mail.url);
  for (let count = 0; count < 60; count += 1) await put({ to: `person${count}@practice.test` });
  const handled = await Promise.all(Array.from({ length: 4 }, look));
  expect(handled.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect((await rows()).every((row) => row.status === 'sent' && row.attempts === 1)).toBe(true);
  expect(new Set(mail.received.flatMap(({ to }) => to)).size).toBe(60);
  expect(mail.received).toHaveLength(60);
});

test('a message whose key is missing waits for the key instead of being erased', async () => {
  const mail = await startMailServer();
  const otherRing = createKeyRing(new Map([[2, new Uint8Array(32).fill(9)]]));
  const { put, look, only } = await postOffice(mail.url, { ring: otherRing });
  await put();
  await look();
  const row = await only();
  expect(row).toMatchObject({ status: 'deferred', last_problem: 'its key is not in the key ring' });
  expect(row.content).not.toBeNull();
});

test('waits grow and stay within half an hour', () => {
  const waits = Array.from({ length: 20 }, (_, at) => waitAfter(at + 1));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(Math.max(...waits)).toBe(minutes(30));
});
