import { expect, test } from 'vitest';
import { addEmailCodes, addNumber } from '../../../tests/support/factors.ts';
import { portal } from '../../../tests/support/portal.ts';
import { minutes, seconds } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { codeText } from './security-code.email.tsx';
import { sendCode } from './send-code.ts';

const number = '+447700900123';

async function ofAmara(settings: object = {}) {
  const the = await portal({ settings });
  const amara = await the.addPerson();
  const text = await addNumber(the.needs, { account: amara.id }, number);
  const send = (to: { number: string } | 'email' = { number }, more: object = {}) =>
    sendCode(the.needs, {
      accountId: amara.id,
      realm: 'portal',
      deviceId: null,
      boundTo: amara.id,
      target: text.id,
      to,
      ...more,
    });
  return { the, amara, text, send };
}

const at = (time: string) => new Date(`2026-03-02T${time}Z`);

test('[C4] the text has the code first, and ends with a line that only our own page is filled in from', async () => {
  const { the, send } = await ofAmara({ secondFactor: { codeLife: '10 minutes' } });
  expect(await send()).toMatchObject({ outcome: 'sent', resendAt: at('09:01:00') });
  const [message] = await the.inbox(number);
  const code = message?.codes[0] ?? '';
  expect(code).toMatch(/^\d{6}$/);
  expect(message?.text).toBe(
    `${code} is your ${the.settings.service.name} security code\n\n@localhost #${code}`,
  );
});

test('a text is one text, however long the name of the service and of its host', async () => {
  const { the } = await ofAmara({ service: { name: 'Mid and South West Wales Practice Services Portal' } });
  const props = { code: '123456', life: minutes(10), settings: the.settings, fullName: 'Amara Osei' };
  const text = codeText({ ...props, origin: 'https://portal.practice-services.southwest.example' }, 'en');
  expect(text.length).toBeLessThanOrEqual(160);
  expect(text.split('\n').at(-1)).toBe('@portal.practice-services.southwest.example #123456');
});

test('[C4] a code by email goes to the address that recovers the account, and says how long it works', async () => {
  const { the, amara, send } = await ofAmara();
  const mail = await addEmailCodes(the.needs, { account: amara.id });
  await send('email', { target: mail.id });
  const [message] = await the.inbox(amara.email);
  expect(message?.subject).toBe('Your security code');
  expect(message?.codes[0]).toMatch(/^\d{6}$/);
  expect(message?.text).toContain('for 10 minutes');
  expect(message?.links).toEqual([the.config.origin]);
});

test('a further code can be asked for after a minute, then after longer, in whichever browser', async () => {
  const { the, send } = await ofAmara();
  const waited = [];
  for (let count = 0; count < 6; count += 1) {
    const sent = await send({ number }, { boundTo: the.needs.ids.next() });
    if (sent.outcome !== 'sent') throw new Error(sent.outcome);
    const wait = sent.resendAt.getTime() - the.clock.now().getTime();
    waited.push(wait / 1000);
    the.clock.advance(wait - 1);
    expect(await send({ number }, { boundTo: the.needs.ids.next() })).toMatchObject({ outcome: 'too-soon' });
    the.clock.advance(1);
  }
  expect(waited).toEqual([60, 120, 300, 900, 900, 900]);
});

test('who asks for many at the same moment is sent one', async () => {
  const { the, send } = await ofAmara();
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => send({ number }, { boundTo: the.needs.ids.next() })),
  );
  expect(asked.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
  expect(await the.inbox(number)).toHaveLength(1);
});

test('an account is sent so many codes a day, emails among them, and then again the next day', async () => {
  const { the, send } = await ofAmara({ texts: { perAccountPerDay: 3 } });
  const outcomes = [];
  for (const to of [{ number }, 'email', { number: '+447700900456' }, 'email', { number }] as const) {
    outcomes.push(await send(to, { target: the.needs.ids.next() }));
    the.clock.advance(seconds(1));
  }
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'sent',
    'sent',
    'sent',
    'limit-reached',
    'limit-reached',
  ]);
  expect(outcomes[3]).toEqual({ outcome: 'limit-reached', until: new Date('2026-03-03T00:00:00Z') });
  the.clock.advance(minutes(15 * 60));
  expect(await send({ number }, { target: the.needs.ids.next() })).toMatchObject({ outcome: 'sent' });
});

test('a number is sent so many texts a day, whoever asks; who is refused uses up nothing of it', async () => {
  const { the, amara, send } = await ofAmara({ texts: { perNumberPerDay: 2, perAccountPerDay: 3 } });
  const tomasz = await the.addPerson({ name: 'Tomasz Lis' });
  const ask = (accountId: AccountId, to: { number: string } | 'email') =>
    send(to, { accountId, target: the.needs.ids.next() });
  expect((await ask(amara.id, { number })).outcome).toBe('sent');
  expect((await ask(tomasz.id, { number })).outcome).toBe('sent');
  for (let more = 0; more < 5; more += 1)
    expect((await ask(amara.id, { number })).outcome).toBe('limit-reached');
  expect((await ask(amara.id, 'email')).outcome).toBe('sent');
  expect((await ask(amara.id, { number: '+447700900456' })).outcome).toBe('sent');
  expect((await ask(amara.id, { number: '+447700900789' })).outcome).toBe('limit-reached');
  expect((await ask(tomasz.id, { number: '+447700900789' })).outcome).toBe('sent');
});
