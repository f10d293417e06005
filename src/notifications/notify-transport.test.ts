import { expect, test } from 'vitest';
import { startNotifyServer, type Trouble } from '../../tests/support/notify-server.ts';
import { asText, postOffice, start } from '../../tests/support/post-office.ts';
import { after, hours, minutes, seconds } from '../kernel/duration.ts';
import { waitAfter } from './deliver-messages.ts';
import { createNotifyTransport } from './notify-transport.ts';

const noMail = 'smtp://127.0.0.1:1';

/** A text through a loopback server that speaks Notify's API, with the given trouble at its n-th request. */
async function notified(trouble?: (request: string, count: number) => Trouble | undefined) {
  const notify = await startNotifyServer(trouble);
  const sms = createNotifyTransport({ ...notify.options, timeout: 400 });
  const office = await postOffice(noMail, { sms });
  return { ...office, notify, sms, send: () => office.put(asText) };
}

test('[C4] a text goes through Notify once, word for word, and leaves nothing readable behind', async () => {
  const { notify, send, look, only } = await notified();
  const id = await send();
  expect(await look()).toBe(1);
  expect(notify.texts).toEqual([
    expect.objectContaining({ phone_number: asText.to, body: asText.text, reference: id }),
  ]);
  expect(await only()).toMatchObject({
    status: 'sent',
    content: null,
    provider_id: notify.texts[0]?.id,
    next_poll_at: after(start, seconds(15)),
  });
  expect(await look()).toBe(0);
});

const envelope = { ...asText, id: 'a1', messageId: '<a1@portal.example>', createdAt: start };

const refusals: [string, Trouble, string, string][] = [
  [
    'a number that Notify does not take',
    { status: 400, error: 'ValidationError', message: `phone_number ${asText.to} is not a mobile` },
    'refused-permanently',
    '400 ValidationError (the number)',
  ],
  [
    'a country that is not switched on',
    { status: 400, error: 'BadRequestError', message: 'Cannot send to international mobile numbers' },
    'refused-permanently',
    '400 BadRequestError (the number)',
  ],
  [
    'a service still in trial',
    {
      status: 400,
      error: 'BadRequestError',
      message: 'Can\u2019t send to this recipient when service is in trial mode',
    },
    'refused-for-now',
    '400 BadRequestError (trial mode)',
  ],
  [
    'a key for the team alone',
    {
      status: 400,
      error: 'BadRequestError',
      message: 'Can\u2019t send to this recipient using a team-only API key',
    },
    'refused-for-now',
    '400 BadRequestError (a key for the team alone)',
  ],
  [
    'a clock that is wrong',
    {
      status: 403,
      error: 'AuthError',
      message: 'Error: Your system clock must be accurate to within 30 seconds',
    },
    'refused-for-now',
    '403 AuthError (the clock is wrong)',
  ],
  [
    'too much in a minute',
    {
      status: 429,
      error: 'RateLimitError',
      message: 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
    },
    'refused-for-now',
    '429 RateLimitError',
  ],
  [
    'too much in a day',
    { status: 429, error: 'TooManyRequestsError', message: 'Exceeded send limits (250000) for today' },
    'refused-for-now',
    '429 TooManyRequestsError (the limit of the day)',
  ],
  [
    'a fault of Notify\u2019s',
    { status: 500, error: 'Exception', message: 'Internal server error' },
    'refused-for-now',
    '500 Exception',
  ],
  ['a gateway before Notify that lost patience', { status: 504, error: '', message: '' }, 'unknown', '504'],
];

test.each(refusals)('%s is told apart, without the number', async (_what, trouble, outcome, problem) => {
  const { options } = await startNotifyServer(() => trouble);
  expect(await createNotifyTransport(options).send(envelope)).toEqual({ outcome, problem });
});

test('a key that is not Notify\u2019s is refused, and the text waits for the right one', async () => {
  const { notify, put, look, wait, rows } = await notified();
  const other = '00000000-0000-4000-8000-000000000000';
  const wrong = await postOffice(noMail, {
    sms: createNotifyTransport({ ...notify.options, apiKey: `portal-${other}-${other}` }),
  });
  await wrong.put(asText);
  await wrong.look();
  expect(await wrong.only()).toMatchObject({ status: 'deferred', last_problem: '403 AuthError (the key)' });
  await put(asText);
  wait(minutes(1));
  await look();
  expect((await rows()).map(({ status }) => status)).toEqual(['sent']);
});

test.each(['hangs', 'drops', 'answers-garbage'] as const)(
  'a server that %s leaves it uncertain; asked first, it is sent once more only because it is not there',
  async (how) => {
    const { notify, send, look, wait, only } = await notified((_request, count) =>
      count === 1 ? how : undefined,
    );
    await send();
    await look();
    expect(await only()).toMatchObject({ status: 'uncertain', attempts: 1 });
    wait(waitAfter(1));
    await look();
    expect(await only()).toMatchObject({ status: 'sent', attempts: 2 });
    expect(notify.texts).toHaveLength(1);
    expect(notify.requests[1]).toMatch(/^GET \/v2\/notifications\?template_type=sms&reference=/);
  },
);

test('a text that Notify took before the connection broke is found there, and nobody gets it twice', async () => {
  const { notify, send, look, wait, only } = await notified((_request, count) =>
    count === 1 ? 'takes-and-drops' : count === 2 ? 'drops' : undefined,
  );
  await send();
  await look();
  wait(waitAfter(1));
  await look();
  expect(await only()).toMatchObject({ status: 'uncertain', last_problem: 'no word of the earlier one' });
  wait(waitAfter(2));
  await look();
  expect(await only()).toMatchObject({ status: 'sent', provider_id: notify.texts[0]?.id });
  expect(notify.texts).toHaveLength(1);
});

test('nobody at the other end is known for certain: the text did not go', async () => {
  const { notify } = await notified();
  const gone = await postOffice(noMail, {
    sms: createNotifyTransport({ ...notify.options, url: 'http://127.0.0.1:2' }),
  });
  await gone.put(asText);
  await gone.look();
  expect(await gone.only()).toMatchObject({ status: 'deferred', last_problem: 'ECONNREFUSED' });
});

test('what became of a text is asked ever more rarely, until it is known', async () => {
  const { notify, send, look, poll, wait, only, database } = await notified();
  await send();
  await look();
  expect(await poll()).toBe(0);
  wait(seconds(15));
  expect(await poll()).toBe(1);
  expect(await only()).toMatchObject({ delivery_status: 'created', next_poll_at: after(start, seconds(30)) });
  for (const text of notify.texts) text.status = 'sending';
  wait(minutes(10));
  await poll();
  expect(await only()).toMatchObject({
    delivery_status: 'sending',
    next_poll_at: after(start, (seconds(15) + minutes(10)) * 1.5),
  });
  for (const text of notify.texts) text.status = 'temporary-failure';
  wait(hours(1));
  await poll();
  expect(await only()).toMatchObject({ delivery_status: 'temporary-failure', next_poll_at: null });
  await database.updateTable('outbox').set({ delivery_status: 'sending', next_poll_at: start }).execute();
  for (const text of notify.texts) text.status = 'pending';
  wait(hours(72));
  await poll();
  expect(await only()).toMatchObject({ delivery_status: 'sending', next_poll_at: null });
});

test('a text abroad is never reported on, and not asked for again', async () => {
  const { notify, send, look, poll, wait, only } = await notified();
  await send();
  await look();
  for (const text of notify.texts) text.status = 'sent';
  wait(seconds(15));
  await poll();
  expect(await only()).toMatchObject({ delivery_status: 'sending', next_poll_at: null });
});

test.each([
  'hangs',
  'drops',
  { status: 404, error: 'NoResultFound', message: 'No result found' },
] as Trouble[])('when Notify has no answer to that (%o), it is asked again later', async (trouble) => {
  const { send, look, poll, wait, only } = await notified((request) =>
    request.startsWith('GET') ? trouble : undefined,
  );
  await send();
  await look();
  wait(seconds(15));
  expect(await poll()).toBe(1);
  expect(await only()).toMatchObject({ delivery_status: null, next_poll_at: after(start, seconds(30)) });
});

test('the transport knows whether its template is there', async () => {
  const { notify, sms } = await notified();
  expect(await sms.verify()).toBe(true);
  const { apiKey, url } = notify.options;
  const templateId = '00000000-0000-4000-8000-000000000000';
  expect(await createNotifyTransport({ apiKey, url, templateId }).verify()).toBe(false);
});
