import { expect, test } from 'vitest';
import { portal } from '../../tests/support/portal.ts';
import { openDetail, sealedPersonKeys } from '../audit/index.ts';
import { createKeyRing } from '../kernel/key-ring.ts';
import {
  createSandboxTransport,
  deliverMessages,
  listSandboxMessages,
  sealedMessages,
} from '../notifications/index.ts';
import { inTransaction } from '../platform/database/database.ts';
import { reseal } from '../platform/database/reseal.ts';

test('after a rotation the newest key alone opens what is kept, and nothing is left to do', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { database, audit } = gate.needs;
  await gate.browser().post('/forgotten-details', { email: amara.email, realm: 'portal' });
  await gate.works.find((work) => work.name === 'handle-intake')?.runDue(gate.clock.now());
  await inTransaction(database, (tx) =>
    audit.record(tx, { action: 'tried', actor: 'system', subject: amara.id, detail: { note: 'kept' } }),
  );

  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const both = createKeyRing(
    new Map([
      [1, first],
      [2, second],
    ]),
  );
  expect(await reseal(database, sealedMessages(both))).toBe(1);
  expect(await reseal(database, sealedPersonKeys(both))).toBe(1);
  expect(await reseal(database, sealedMessages(both))).toBe(0);
  expect(await reseal(database, sealedPersonKeys(both))).toBe(0);

  const newest = createKeyRing(new Map([[2, second]]));
  const email = createSandboxTransport(gate.needs, 'email');
  const delivery = { database, keyRing: newest, transports: { email, sms: email } };
  await deliverMessages(delivery).runDue(gate.clock.now());
  expect(await listSandboxMessages(database, { to: amara.email, limit: 5 })).toHaveLength(1);
  const event = await database
    .selectFrom('audit_event')
    .select(['id', 'sealed_detail'])
    .where('action', '=', 'tried')
    .executeTakeFirstOrThrow();
  const needs = { ...gate.needs, keyRing: newest };
  expect(await openDetail(needs, database, amara.id, event.id, event.sealed_detail as Buffer)).toEqual({
    note: 'kept',
  });
});
