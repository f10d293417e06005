import { expect, test } from 'vitest';
import {
  addAuthenticator,
  addEmailCodes,
  addNumber,
  addRecoveryCodes,
} from '../../../tests/support/factors.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { before, days, hours, minutes, seconds } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { startSession } from '../sessions/start-session.ts';
import { checkCode } from './check-code.ts';
import type { Factor } from './factor.ts';
import { sendCode } from './send-code.ts';

const number = '+447700900123';

async function ofAmara(settings: object = {}) {
  const the = await portal({ settings });
  const amara = await the.addPerson();
  const owner = { account: amara.id };
  const check = (factor: Factor, code: string, more: object = {}) =>
    checkCode(
      the.needs,
      {
        accountId: amara.id,
        realm: 'portal',
        deviceId: null,
        boundTo: amara.id,
        factor,
        code,
        clientNetwork: '192.0.2.1',
        ...more,
      },
      async () => 'in',
    );
  const send = (factor: Factor, more: object = {}) =>
    sendCode(the.needs, {
      accountId: amara.id,
      realm: 'portal',
      deviceId: null,
      boundTo: amara.id,
      target: factor.id,
      to: factor.kind === 'email' ? 'email' : { number: factor.phoneDialled ?? '' },
      ...more,
    });
  return { the, amara, owner, check, send };
}

/** The newest code that was sent there. */
async function codeIn(the: Portal, to: string): Promise<string> {
  const [message] = await the.inbox(to);
  const code = message?.codes[0] ?? /\b\d{6}\b/.exec(message?.text ?? '')?.[0];
  if (!code) throw new Error(`no code went to ${to}`);
  return code;
}

/** Codes that are wrong, whatever the right one is. */
const wrongOnes = (right: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => String((Number(right) + at + 1) % 1_000_000).padStart(6, '0'));

const outcomes = (all: { outcome: string }[], outcome: string) =>
  all.filter((each) => each.outcome === outcome).length;

test('guessing: parallel log ins, every way of getting a code and fresh codes share five tries', async () => {
  const { the, amara, owner, check, send } = await ofAmara();
  const [text, app] = [await addNumber(the.needs, owner), await addAuthenticator(the.needs, owner)];
  const codes = await addRecoveryCodes(the.needs, owner);
  const browsers = Array.from({ length: 4 }, () => the.needs.ids.next());
  await send(text, { boundTo: browsers[0] });
  the.clock.advance(minutes(2));
  await send(text, { boundTo: browsers[1] });
  const wrong = wrongOnes(await codeIn(the, number), 30);
  const tries = wrong.map((code, at) =>
    check([text, app.factor, codes.factor][at % 3] ?? text, code, { boundTo: browsers[at % 4] }),
  );
  const seen = await Promise.all(tries);
  expect(outcomes(seen, 'wrong')).toBe(4);
  expect(outcomes(seen, 'closed')).toBe(26);
  expect(seen.filter((each) => each.outcome === 'closed' && each.justNow)).toHaveLength(1);
  for (const boundTo of browsers)
    expect(await check(app.factor, app.code(), { boundTo })).toMatchObject({ outcome: 'closed' });
  expect(await the.needs.database.selectFrom('entry_lane').select('subject').execute()).toEqual([
    { subject: amara.id },
  ]);
});

test('guessing: a code that was asked for anew brings no new tries', async () => {
  const { the, owner, check, send } = await ofAmara();
  const text = await addNumber(the.needs, owner);
  const left = [];
  for (let round = 0; round < 5; round += 1) {
    await send(text);
    const result = await check(text, wrongOnes(await codeIn(the, number), 1)[0] ?? '');
    left.push(result.outcome === 'wrong' ? result.left : result.outcome);
    the.clock.advance(minutes(16));
  }
  expect(left).toEqual([4, 3, 2, 1, 'closed']);
});

test('closing: no code under way works, none is sent, and after it a fresh one does', async () => {
  const { the, owner, check, send } = await ofAmara();
  const text = await addNumber(the.needs, owner);
  await send(text);
  const right = await codeIn(the, number);
  for (const code of wrongOnes(right, 5)) await check(text, code);
  the.clock.advance(minutes(3));
  expect(await check(text, right)).toMatchObject({ outcome: 'closed', justNow: false });
  const until = new Date('2026-03-02T09:15:00Z');
  expect(await send(text)).toEqual({ outcome: 'closed', closure: { until } });
  expect(await the.inbox(number)).toHaveLength(1);
  the.clock.advance(minutes(12));
  expect(await check(text, right)).toMatchObject({ outcome: 'wrong', left: 4 });
  expect(await send(text)).toMatchObject({ outcome: 'sent' });
  expect(await check(text, await codeIn(the, number))).toEqual({ outcome: 'right', done: 'in' });
});

test('closing: the second time is longer, and a right code forgets it', async () => {
  const { the, owner, check } = await ofAmara();
  const app = await addAuthenticator(the.needs, owner);
  const close = async () => {
    for (let tries = 0; tries < 4; tries += 1) await check(app.factor, '12345');
    const last = await check(app.factor, '12345');
    return last.outcome === 'closed' && last.closure.until;
  };
  expect(await close()).toEqual(new Date('2026-03-02T09:15:00Z'));
  the.clock.advance(minutes(15));
  expect(await close()).toEqual(new Date('2026-03-02T10:15:00Z'));
  the.clock.advance(hours(1));
  expect(await check(app.factor, app.code())).toMatchObject({ outcome: 'right' });
  expect(await close()).toEqual(new Date('2026-03-02T10:30:00Z'));
});

test('strangers: who guesses elsewhere does not close the device the owner knows, nor the other way round', async () => {
  const { the, amara, owner, check } = await ofAmara();
  const app = await addAuthenticator(the.needs, owner);
  const { deviceId } = await inTransaction(the.needs.database, (tx) =>
    startSession(the.needs, tx, amara.id, 'portal', { known: undefined, description: 'Firefox' }),
  );
  for (let tries = 0; tries < 5; tries += 1) await check(app.factor, '000');
  expect(await check(app.factor, app.code())).toMatchObject({ outcome: 'closed' });
  expect(await check(app.factor, app.code(), { deviceId })).toMatchObject({ outcome: 'right' });
  expect(await check(app.factor, app.code())).toMatchObject({ outcome: 'closed' });
});

test('replay: an authenticator code works once, at whichever browser, and never an earlier one after it', async () => {
  const { the, owner, check } = await ofAmara();
  const app = await addAuthenticator(the.needs, owner);
  const [now, earlier] = [app.code(), app.code(before(the.clock.now(), seconds(30)))];
  const tries = Array.from({ length: 2 }, () => check(app.factor, now, { boundTo: the.needs.ids.next() }));
  expect(outcomes(await Promise.all(tries), 'right')).toBe(1);
  expect(await check(app.factor, now)).toMatchObject({ outcome: 'wrong' });
  expect(await check(app.factor, earlier)).toMatchObject({ outcome: 'wrong' });
  the.clock.advance(seconds(30));
  expect(await check(app.factor, app.code())).toMatchObject({ outcome: 'right' });
});

test('replay: a code by text works once, however many ask at the same moment', async () => {
  const { the, owner, check, send } = await ofAmara();
  const text = await addNumber(the.needs, owner);
  await send(text);
  const code = await codeIn(the, number);
  const tries = await Promise.all(Array.from({ length: 4 }, () => check(text, code)));
  expect(outcomes(tries, 'right')).toBe(1);
});

test('replay: each recovery code works once, typed with spaces or dashes, in capitals or not', async () => {
  const { the, owner, check } = await ofAmara();
  const { factor, codes } = await addRecoveryCodes(the.needs, owner);
  const [first = '', second = ''] = codes;
  expect(await check(factor, ` ${first.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
    outcome: 'right',
  });
  expect(await check(factor, first)).toMatchObject({ outcome: 'wrong' });
  expect(await check(factor, second.replaceAll('-', '–'))).toMatchObject({ outcome: 'right' });
});

test('swapping: a code works only in the browser that asked for it, and for the way it was sent', async () => {
  const { the, amara, owner, check, send } = await ofAmara();
  const [one, other] = [
    await addNumber(the.needs, owner),
    await addNumber(the.needs, owner, '+447700900456'),
  ];
  const mail = await addEmailCodes(the.needs, owner);
  await send(one);
  const code = await codeIn(the, number);
  expect(await check(one, code, { boundTo: the.needs.ids.next() })).toMatchObject({ outcome: 'wrong' });
  expect(await check(other, code)).toMatchObject({ outcome: 'wrong' });
  expect(await check(mail, code)).toMatchObject({ outcome: 'wrong' });
  expect(await check(one, code, { realm: 'support' })).toMatchObject({ outcome: 'wrong' });
  const neighbour = await the.addPerson({ name: 'Tomasz Lis' });
  expect(await check(one, code, { accountId: neighbour.id })).toMatchObject({ outcome: 'wrong' });
  expect(await check(one, code)).toEqual({ outcome: 'right', done: 'in' });
  expect(amara.id).not.toBe(neighbour.id);
});

test('newest only: an earlier code stops with the next, and one past its time is nothing', async () => {
  const { the, owner, check, send } = await ofAmara();
  const text = await addNumber(the.needs, owner);
  await send(text);
  const first = await codeIn(the, number);
  the.clock.advance(minutes(1));
  await send(text);
  const second = await codeIn(the, number);
  if (first !== second) expect(await check(text, first)).toMatchObject({ outcome: 'wrong' });
  the.clock.advance(minutes(10));
  expect(await check(text, second)).toMatchObject({ outcome: 'wrong' });
  the.clock.advance(minutes(6));
  await send(text);
  the.clock.advance(minutes(10) - 1);
  expect(await check(text, await codeIn(the, number))).toMatchObject({ outcome: 'right' });
});

test('a number that is not trusted yet buys its holder no further tries at the code asked for beside it', async () => {
  const { the, owner, check, send } = await ofAmara();
  const mail = await addEmailCodes(the.needs, owner);
  const untrusted = await addNumber(the.needs, owner, number, new Date(the.clock.now().getTime() + days(1)));
  for (let tries = 0; tries < 4; tries += 1) await check(mail, '000');
  await send(untrusted);
  expect(await check(untrusted, await codeIn(the, number))).toMatchObject({ outcome: 'right' });
  expect(await check(mail, '000')).toMatchObject({ outcome: 'closed', justNow: true });
});

test('a factor removed between the question and the answer proves nothing', async () => {
  const { the, owner, check } = await ofAmara();
  const app = await addAuthenticator(the.needs, owner);
  await the.needs.database.updateTable('factor').set({ removed_at: the.clock.now() }).execute();
  expect(await check(app.factor, app.code())).toMatchObject({ outcome: 'wrong' });
});

test('many accounts from one network: the network is stopped too, before any code is looked at', async () => {
  const { the, owner, check } = await ofAmara({ lockout: { triesPerNetwork: 10 } });
  const app = await addAuthenticator(the.needs, owner);
  for (let round = 0; round < 10; round += 1) {
    await check(app.factor, '000', { deviceId: null });
    await the.needs.database.deleteFrom('entry_lane').execute();
  }
  await expect(check(app.factor, app.code())).rejects.toThrow();
  expect(await check(app.factor, app.code(), { clientNetwork: '198.51.100.7' })).toMatchObject({
    outcome: 'right',
  });
});

test('what is kept of codes opens nothing: macs under keys, secrets sealed to their own row', async () => {
  const { the, owner, check, send } = await ofAmara();
  const [one, other] = [await addAuthenticator(the.needs, owner), await addAuthenticator(the.needs, owner)];
  const text = await addNumber(the.needs, owner);
  await send(text);
  const { database } = the.needs;
  const kept = await database.selectFrom('sent_code').select('code_mac').executeTakeFirstOrThrow();
  expect(kept.code_mac).not.toContain(await codeIn(the, number));
  const from = database.selectFrom('factor').select('sealed_secret').where('id', '=', one.factor.id);
  await database
    .updateTable('factor')
    .set({ sealed_secret: from })
    .where('id', '=', other.factor.id)
    .execute();
  await expect(check(other.factor, one.code())).rejects.toThrow();
});
