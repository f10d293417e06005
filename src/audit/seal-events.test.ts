import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { portal } from '../../tests/support/portal.ts';
import {
  leaveGap,
  recordEvent,
  sealAll,
  sealedRecord,
  untilSealed,
} from '../../tests/support/sealed-record.ts';
import { createPool, type Database, inTransaction } from '../platform/database/database.ts';
import { eventColumns } from './event-hash.ts';
import { sealEventsWork } from './seal-events.ts';
import { verifyAudit } from './verify-audit.ts';

const seals = (database: Database) =>
  database.selectFrom('audit_seal').selectAll().orderBy('number').execute();

test('what happened is sealed by itself, batch by batch, and found whole', async () => {
  const it = await sealedRecord();
  expect(await seals(it.needs.database)).toHaveLength(4);
  expect(await verifyAudit(it.needs)).toEqual({ outcome: 'whole', seals: 4, events: 13, notSealed: 1 });
  const byItself = it.works.find(({ name }) => name === 'seal-audit-events');
  await untilSealed(it.needs.database, async () => (await byItself?.runDue(it.clock.now())) ?? 0);
  expect(await verifyAudit(it.needs)).toEqual({ outcome: 'whole', seals: 5, events: 14, notSealed: 0 });
  await it.runDue();
  expect(await seals(it.needs.database)).toHaveLength(5);
});

test('a record with nothing in it is whole', async () => {
  const it = await portal();
  await it.runDue();
  expect(await verifyAudit(it.needs)).toEqual({ outcome: 'whole', seals: 0, events: 0, notSealed: 0 });
});

test('every column of an event is under its seal', async () => {
  const { needs } = await portal();
  const { rows } = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_event'`.execute(
    needs.database,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...eventColumns].sort());
});

/** A change that is under way on a connection of its own. */
async function changeUnderWay(url: string) {
  const pool = createPool({ url, poolSize: 1, onIdleError: () => undefined });
  const connection = await pool.connect();
  onTestFinished(async () => {
    connection.release();
    await pool.end();
  });
  await connection.query('BEGIN');
  return connection;
}

const insert = (id: string) =>
  `INSERT INTO audit_event (id, at, action, actor_kind) VALUES ('${id}', '2026-03-02T09:00Z', 'slow', 'system')`;

test('a change under way holds sealing back, whichever came first: its number, its position or the other’s', async () => {
  const it = await portal();
  const { needs, clock } = it;
  const numbered = await changeUnderWay(it.database.url);
  await numbered.query('SELECT pg_current_xact_id()');
  const positioned = await changeUnderWay(it.database.url);
  await positioned.query(insert(needs.ids.next()));
  await recordEvent(it);
  const work = sealEventsWork(needs);
  expect(await work.runDue(clock.now())).toBe(0);
  await numbered.query(insert(needs.ids.next()));
  await numbered.query('COMMIT');
  expect(await work.runDue(clock.now())).toBe(0);
  await positioned.query('COMMIT');
  await untilSealed(needs.database, () => work.runDue(clock.now()));
  expect(await verifyAudit(needs)).toMatchObject({ outcome: 'whole', events: 3, notSealed: 0 });
});

test('a transaction has its number before its event takes a position', async () => {
  const it = await portal();
  const change = await changeUnderWay(it.database.url);
  const { rows } = await change.query(`
    INSERT INTO audit_event (id, at, action, actor_kind)
    SELECT gen_random_uuid(), '2026-03-02T09:00Z', 'asked', (ARRAY['anyone', 'system'])[1 + (pg_current_xact_id_if_assigned() IS NOT NULL)::int]
    RETURNING actor_kind`);
  expect(rows).toEqual([{ actor_kind: 'system' }]);
});

test('on a system where something always runs, sealing goes on', async () => {
  const it = await portal();
  const { needs, clock } = it;
  const work = sealEventsWork(needs);
  const first = await changeUnderWay(it.database.url);
  await first.query(insert(needs.ids.next()));
  await recordEvent(it);
  expect(await work.runDue(clock.now())).toBe(0);
  const second = await changeUnderWay(it.database.url);
  await second.query(insert(needs.ids.next()));
  await first.query('COMMIT');
  await expect.poll(() => work.runDue(clock.now())).toBe(2);
  expect(await verifyAudit(needs)).toMatchObject({ outcome: 'whole', events: 2 });
});

test('two nodes seal at once, while more is recorded, and the chain is one', async () => {
  const it = await portal();
  const works = [1, 2].map(() => sealEventsWork(it.needs, 3));
  const record = async () => {
    for (let round = 0; round < 20; round += 1) await (round % 4 === 0 ? leaveGap(it) : recordEvent(it));
  };
  const seal = async () => {
    for (let round = 0; round < 20; round += 1)
      await Promise.all(works.map((work) => work.runDue(it.clock.now())));
  };
  await Promise.all([record(), record(), seal()]);
  await sealAll(it, 3);
  expect(await verifyAudit(it.needs)).toMatchObject({ outcome: 'whole', events: 30, notSealed: 0 });
});

test('seals and events are only ever added', async () => {
  const { needs } = await sealedRecord();
  for (const table of ['audit_event', 'audit_seal'] as const) {
    await expect(needs.database.deleteFrom(table).execute()).rejects.toThrow('only ever added');
    await expect(sql`TRUNCATE ${sql.table(table)}`.execute(needs.database)).rejects.toThrow(
      'only ever added',
    );
  }
  const altered = inTransaction(needs.database, (tx) =>
    tx.updateTable('audit_seal').set({ statement: '' }).execute(),
  );
  await expect(altered).rejects.toThrow('only ever added');
});
