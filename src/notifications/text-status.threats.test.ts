import { describe, expect, test } from 'vitest';
import { type Portal, portal } from '../../tests/support/portal.ts';
import { hours, minutes } from '../kernel/duration.ts';
import type { AccountId } from '../kernel/ids.ts';
import { inTransaction } from '../platform/database/database.ts';
import { messagesPersonalData } from './personal-data.ts';
import { findTextState } from './text-state.store.ts';

const token = 'a-token-of-twenty-signs';
const providerId = '740e5834-3a29-46b4-9a6f-16142fde533a';

async function withText() {
  const the = await portal({ config: { textCallbackToken: token } });
  const amara = await the.addPerson();
  const { database, sendText } = the.needs;
  const id = await inTransaction(database, (tx) =>
    sendText(tx, {
      kind: 'log-in-code',
      to: '+447700900123',
      text: '482917 is your security code.',
      accountId: amara.id,
      expiresAt: new Date(the.clock.now().getTime() + minutes(10)),
    }),
  );
  await the.runDue();
  await database.updateTable('outbox').set({ provider_id: providerId }).where('id', '=', id).execute();
  const row = () => database.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { the, id, row, state: () => findTextState(database, id) };
}

interface Told {
  body?: string | object;
  bearer?: string | undefined;
  type?: string;
}

const tell = ({ server }: Portal, { body = {}, bearer = token, type = 'application/json' }: Told) =>
  server.inject({
    method: 'POST',
    url: '/notifications/text-status',
    headers: { 'content-type': type, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** The whole body as Notify documents it. */
const fromNotify = (status: string, reference: string | null = null, id = providerId) => ({
  id,
  reference,
  to: '07700900123',
  status,
  created_at: '2026-03-02T09:00:00.000000Z',
  completed_at: '2026-03-02T09:00:20.000000Z',
  sent_at: '2026-03-02T09:00:01.000000Z',
  notification_type: 'sms',
  template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  template_version: 1,
});

test('[C4] what Notify says became of a text is kept, and shown from then on', async () => {
  const { the, state, row } = await withText();
  const start = the.clock.now();
  expect(await state()).toEqual({ state: 'sent', at: start });
  the.clock.advance(20_000);
  expect((await tell(the, { body: fromNotify('sending') })).statusCode).toBe(204);
  expect(await state()).toEqual({ state: 'sent', at: start });
  expect((await tell(the, { body: fromNotify('permanent-failure') })).statusCode).toBe(204);
  expect(await state()).toEqual({ state: 'refused', at: the.clock.now() });
  expect(await row()).toMatchObject({ next_poll_at: null });
});

test('a gateway need only say the id and the status', async () => {
  const { the, state } = await withText();
  expect((await tell(the, { body: { id: providerId, status: 'delivered' } })).statusCode).toBe(204);
  expect(await state()).toMatchObject({ state: 'delivered' });
});

test('a report that overtakes the answer finds its text by our reference, which is not sent again', async () => {
  const { the, id, row } = await withText();
  const unsure = {
    status: 'uncertain',
    provider_id: null,
    sent_at: null,
    content: Buffer.from('sealed'),
  } as const;
  await the.needs.database
    .updateTable('outbox')
    .set({ ...unsure, next_attempt_at: the.clock.now() })
    .execute();
  await tell(the, { body: fromNotify('delivered', id, '00000000-0000-4000-8000-000000000000') });
  expect(await row()).toMatchObject({
    status: 'sent',
    delivery_status: 'delivered',
    content: null,
    next_attempt_at: null,
  });
  await the.runDue();
  expect(await the.inbox('+447700900123')).toHaveLength(1);
});

describe('threats', () => {
  test('without the token nobody is believed, and nothing tells which ids there are', async () => {
    const { the, state } = await withText();
    for (const bearer of [undefined, '', 'wrong', token.slice(0, -1), `${token} `, token.toUpperCase()])
      for (const id of [providerId, '00000000-0000-4000-8000-000000000000'])
        expect(
          (await tell(the, { body: { id, status: 'delivered' }, bearer: bearer ?? '' })).statusCode,
        ).toBe(403);
    expect(await state()).toMatchObject({ state: 'sent' });
    const without = await portal();
    expect((await tell(without, { body: { id: 'x', status: 'delivered' } })).statusCode).toBe(403);
    expect(
      (await tell(without, { body: { id: 'x', status: 'delivered' }, bearer: 'undefined' })).statusCode,
    ).toBe(403);
  });

  test('what is final stays, whatever is told later', async () => {
    const { the, state } = await withText();
    await tell(the, { body: fromNotify('delivered') });
    const final = await state();
    the.clock.advance(hours(1));
    for (const status of [
      'created',
      'sending',
      'permanent-failure',
      'temporary-failure',
      'technical-failure',
    ])
      expect((await tell(the, { body: fromNotify(status) })).statusCode).toBe(204);
    expect(await state()).toEqual(final);
  });

  test('an id nobody knows and a status nobody knows are answered alike, and change nothing', async () => {
    const { the, state } = await withText();
    const unknown = [
      { id: 'nobody', status: 'delivered' },
      { id: providerId, status: 'exploded' },
      { id: providerId, status: '__proto__' },
      { id: 'x', reference: "' OR 1=1 --", status: 'delivered' },
    ];
    for (const body of unknown) expect((await tell(the, { body })).statusCode).toBe(204);
    expect(await state()).toMatchObject({ state: 'sent' });
  });

  test('whose account is erased is not asked about any more, nor found by what the other side calls their text', async () => {
    const { the, row } = await withText();
    await the.needs.database.updateTable('outbox').set({ next_poll_at: the.clock.now() }).execute();
    const { account_id } = await row();
    const person = { accountId: account_id as AccountId, addresses: [] };
    await inTransaction(the.needs.database, (tx) => messagesPersonalData.erase(tx, person));
    expect(await row()).toMatchObject({ account_id: null, provider_id: null, next_poll_at: null });
    await tell(the, { body: fromNotify('delivered') });
    expect(await row()).toMatchObject({ delivery_status: null });
  });

  test('a report never touches an e-mail', async () => {
    const { the } = await withText();
    await the.browser().post('/forgotten-details', { email: 'amara.osei@practice.example' });
    await the.runDue();
    const emails = () =>
      the.needs.database.selectFrom('outbox').selectAll().where('channel', '=', 'email').execute();
    const before = await emails();
    expect(before.length).toBeGreaterThan(0);
    for (const { id } of before)
      await tell(the, { body: { id: 'x', reference: id, status: 'permanent-failure' } });
    expect(await emails()).toEqual(before);
  });

  test('what is no report is refused, and is no surprise', async () => {
    const { the, state } = await withText();
    for (const [told, status] of garbage)
      expect([told, (await tell(the, told)).statusCode]).toEqual([told, status]);
    expect(await state()).toMatchObject({ state: 'sent' });
    expect(the.logLines.filter((line) => line.includes('a surprise'))).toEqual([]);
  });

  test('no other address reads JSON', async () => {
    const { server } = await portal();
    const headers = { host: 'localhost:3000', 'content-type': 'application/json' };
    expect((await server.inject({ method: 'POST', url: '/log-in', headers, payload: '{}' })).statusCode).toBe(
      415,
    );
  });
});

const garbage: [Told, number][] = [
  [{ body: '{"id":' }, 400],
  [{ body: '' }, 400],
  [{ body: '[]' }, 400],
  [{ body: 'null' }, 400],
  [{ body: { status: 'delivered' } }, 400],
  [{ body: { id: {}, status: 'delivered' } }, 400],
  [{ body: { id: 'x'.repeat(300), status: 'delivered' } }, 400],
  [{ body: { id: 'a\u0000b', status: 'delivered' } }, 400],
  [{ body: { id: providerId } }, 400],
  [{ body: { id: providerId, status: 'delivered', more: 'x'.repeat(20_000) } }, 413],
  [{ body: `id=${providerId}&status=delivered`, type: 'application/x-www-form-urlencoded' }, 415],
  [{ body: 'delivered', type: 'text/plain' }, 415],
];
