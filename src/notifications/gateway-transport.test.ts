import { expect, test } from 'vitest';
import { startGatewayServer } from '../../tests/support/gateway-server.ts';
import { asText, postOffice, start } from '../../tests/support/post-office.ts';
import { seconds } from '../kernel/duration.ts';
import { waitAfter } from './deliver-messages.ts';
import { createGatewayTransport } from './gateway-transport.ts';

const noMail = 'smtp://127.0.0.1:1';
const envelope = { ...asText, id: 'a1', messageId: '<a1@portal.example>', createdAt: start };

test('[C4] a text goes through a gateway once, and what became of it is asked there', async () => {
  const gateway = await startGatewayServer();
  const { put, look, poll, wait, only } = await postOffice(noMail, {
    sms: createGatewayTransport(gateway.options),
  });
  const reference = await put(asText);
  await look();
  expect(gateway.texts).toEqual([
    { id: 't-1', to: asText.to, text: asText.text, reference, status: 'sending' },
  ]);
  for (const text of gateway.texts) text.status = 'delivered';
  wait(seconds(15));
  await poll();
  expect(await only()).toMatchObject({
    status: 'sent',
    provider_id: 't-1',
    delivery_status: 'delivered',
    next_poll_at: null,
  });
});

test('a text whose end is unknown goes again under its reference, and arrives once', async () => {
  const gateway = await startGatewayServer((count) => (count === 1 ? 'answers-garbage' : undefined));
  const { put, look, wait, only } = await postOffice(noMail, {
    sms: createGatewayTransport(gateway.options),
  });
  await put(asText);
  await look();
  expect(await only()).toMatchObject({ status: 'uncertain', last_problem: '200 without an id' });
  wait(waitAfter(1));
  await look();
  expect(await only()).toMatchObject({ status: 'sent', provider_id: 't-1' });
});

test('a gateway that gives every text the same id loses none of them, and none is sent twice', async () => {
  const gateway = await startGatewayServer();
  const same = createGatewayTransport(gateway.options);
  const sms = {
    ...same,
    send: async () => ({ outcome: 'sent', providerId: 'always-this' }) as const,
  };
  const { put, look, rows } = await postOffice(noMail, { sms });
  for (let count = 0; count < 3; count += 1) {
    await put(asText);
    await look();
  }
  const sent = await rows();
  expect(sent.map(({ status, attempts }) => [status, attempts])).toEqual(Array(3).fill(['sent', 1]));
  expect(sent.filter(({ provider_id }) => provider_id !== null)).toHaveLength(1);
});

test.each([
  [400, 'refused-permanently'],
  [422, 'refused-permanently'],
  [302, 'refused-for-now'],
  [401, 'refused-for-now'],
  [429, 'refused-for-now'],
  [503, 'refused-for-now'],
  [500, 'unknown'],
  [502, 'unknown'],
])('an answer of %s is %s', async (status, outcome) => {
  const { options } = await startGatewayServer(() => status);
  expect(await createGatewayTransport(options).send(envelope)).toEqual({ outcome, problem: `${status}` });
});

test.each([
  ['hangs', 'TimeoutError'],
  ['drops', 'UND_ERR_SOCKET'],
] as const)('a gateway that %s may have taken it', async (how, problem) => {
  const { options } = await startGatewayServer(() => how);
  const gateway = createGatewayTransport({ ...options, timeout: 300 });
  expect(await gateway.send(envelope)).toEqual({ outcome: 'unknown', problem });
  expect(await gateway.findReport?.('t-1')).toBeUndefined();
});

test('a wrong token is told as such, and nothing is said about anybody', async () => {
  const { options, texts } = await startGatewayServer();
  const gateway = createGatewayTransport({ ...options, token: 'wrong' });
  expect(await gateway.send(envelope)).toEqual({ outcome: 'refused-for-now', problem: '401' });
  expect(texts).toEqual([]);
});
