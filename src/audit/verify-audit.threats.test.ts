import { type Kysely, type RawBuilder, sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../../tests/support/portal.ts';
import fc from '../../tests/support/properties.ts';
import {
  recordEvent,
  sealAll,
  sealedRecord,
  tampered,
  untilSealed,
} from '../../tests/support/sealed-record.ts';
import { createKeyRing, type KeyRing } from '../kernel/key-ring.ts';
import type { Tx } from '../platform/database/database.ts';
import type { DB } from '../platform/database/tables.ts';
import { findNewestSeal } from './seal.store.ts';
import { createSealer } from './seal-events.ts';
import { sealKey } from './seal-key.ts';
import { hashOf, keepSeal, writeStatement } from './seal-statement.ts';
import { type VerifyAuditOutcome, verifyAudit } from './verify-audit.ts';

type Db = Kysely<DB>;
type Tamper = (db: Db) => Promise<unknown>;

const run = (statement: RawBuilder<unknown>) => (db: Db) => statement.execute(db);

/** How each column of a row can be changed by as little as possible. */
const changes: Record<string, RawBuilder<unknown>> = {
  id: sql`gen_random_uuid()`,
  position: sql`position + 1000000`,
  transaction_id: sql`(transaction_id::text::bigint + 1)::text::xid8`,
  at: sql`at + interval '1 microsecond'`,
  action: sql`action || ' '`,
  actor_kind: sql`CASE actor_kind WHEN 'staff' THEN 'system' ELSE 'staff' END`,
  record_type: sql`upper(record_type)`,
  reason: sql`reason || '.'`,
  client_mac: sql`client_mac || '='`,
  sealed_detail: sql`set_byte(sealed_detail, 40, get_byte(sealed_detail, 40) # 1)`,
};
const uuids = ['actor_id', 'subject_id', 'organisation_id', 'record_id', 'session_id', 'grant_id'];
for (const column of uuids) changes[column] = sql`gen_random_uuid()`;
const emptied = ['actor_id', 'subject_id', 'organisation_id', 'record_type', 'record_id', 'reason'].concat([
  'session_id',
  'client_mac',
  'sealed_detail',
]);

const columns = 'id, transaction_id, at, action, actor_kind, subject_id, reason, sealed_detail';

const forged = (position: number) =>
  run(sql`
    INSERT INTO audit_event (position, ${sql.raw(columns)}) OVERRIDING SYSTEM VALUE
    SELECT ${position}, gen_random_uuid(), ${sql.raw(columns.replace('id, ', ''))} FROM audit_event LIMIT 1
    ON CONFLICT DO NOTHING`);

const swapped = (one: number, other: number) =>
  run(sql`
    UPDATE audit_event e SET action = o.action, reason = o.reason, at = o.at, subject_id = o.subject_id
      FROM audit_event o WHERE e.position IN (${one}, ${other}) AND o.position IN (${one}, ${other}) AND o.id <> e.id`);

/** Positions 1 to 17: gaps after every third event, four seals, and the last event not sealed. */
let it: Portal;
let present: number[];
let gaps: number[];
beforeEach(async () => {
  it = await sealedRecord();
  const rows = await it.needs.database
    .selectFrom('audit_event')
    .select('position')
    .orderBy('position')
    .execute();
  present = rows.map(({ position }) => position).slice(0, -1);
  gaps = Array.from({ length: present.at(-1) ?? 0 }, (_, at) => at + 1).filter((at) => !present.includes(at));
}, 60_000);

const oneOf = <Value>(values: () => Value[]) => fc.nat().map((at) => values()[at % values().length] as Value);
const sealedPosition = oneOf(() => present);

const touch: fc.Arbitrary<Tamper> = fc.oneof(
  fc
    .tuple(sealedPosition, fc.constantFrom(...Object.keys(changes)))
    .map(([position, column]) =>
      run(sql`UPDATE audit_event SET ${sql.ref(column)} = ${changes[column]} WHERE position = ${position}`),
    ),
  fc
    .tuple(sealedPosition, fc.constantFrom(...emptied))
    .map(([position, column]) =>
      run(sql`UPDATE audit_event SET ${sql.ref(column)} = NULL WHERE position = ${position}`),
    ),
  sealedPosition.map((position) => run(sql`DELETE FROM audit_event WHERE position = ${position}`)),
  fc
    .oneof(
      oneOf(() => gaps),
      fc.constantFrom(0, -5),
    )
    .map((position) => forged(position)),
  fc.tuple(sealedPosition, sealedPosition).map(([one, other]) => swapped(one, other)),
);

/** The record as PostgreSQL itself tells it, by position, up to the last sealed one. */
async function whole(db: Db): Promise<Map<number, string>> {
  const { rows } = await sql<{ position: number; row: string }>`
    SELECT position, to_jsonb(e)::text AS row FROM audit_event e WHERE position <= ${present.at(-1)}`.execute(
    db,
  );
  return new Map(rows.map(({ position, row }) => [position, row]));
}

function firstDifference(before: Map<number, string>, now: Map<number, string>) {
  const positions = [...new Set([...before.keys(), ...now.keys()])].sort((a, b) => a - b);
  const position = positions.find((at) => before.get(at) !== now.get(at));
  if (position === undefined) return undefined;
  if (!now.has(position)) return { found: 'event-missing', position };
  return { found: before.has(position) ? 'event-altered' : 'event-inserted', position };
}

/** As the application would, inside what was tampered with. */
async function resealIn(db: Db, { keyRing }: { keyRing: KeyRing }): Promise<void> {
  const sealNext = createSealer(keyRing, 4);
  await untilSealed(db, () => sealNext(db as Tx, it.clock.now()));
}

const look = async (db: Db): Promise<{ now: Map<number, string>; verified: VerifyAuditOutcome }> => ({
  now: await whole(db),
  verified: await verifyAudit({ database: db, keyRing: it.needs.keyRing }),
});

const verifiedAfter = async (tamper: Tamper) => (await tampered(it, tamper, look)).verified.finding;

test('whatever is altered, removed, moved or slipped in by whoever owns the database, the first of it is named', async () => {
  const before = await whole(it.needs.database);
  await fc.assert(
    fc.asyncProperty(fc.array(touch, { minLength: 1, maxLength: 3 }), async (touches) => {
      const all: Tamper = async (db) => {
        for (const one of touches) await one(db);
      };
      const { now, verified } = await tampered(it, all, look);
      const expected = firstDifference(before, now);
      expect(verified.finding).toEqual(expected && expect.objectContaining(expected));
    }),
    { numRuns: 300 },
  );
}, 120_000);

describe('the seals themselves', () => {
  const sealChanges: [string, RawBuilder<unknown>][] = [
    ['number', sql`number + 100`],
    ['statement', sql`replace(statement, '"events":4', '"events":5')`],
    ['statement', sql`statement || ' '`],
    ['statement', sql`'{}'`],
    ['signature', sql`set_byte(signature, 7, get_byte(signature, 7) # 1)`],
    ['signature', sql`'\\x00'::bytea`],
    ['events', sql`set_byte(events, 30, get_byte(events, 30) # 1)`],
    ['events', sql`substring(events FROM 57)`],
  ];

  test('one that is altered, removed, copied or exchanged is named', async () => {
    for (const number of [1, 2, 3])
      for (const [column, value] of sealChanges) {
        const altered = run(
          sql`UPDATE audit_seal SET ${sql.ref(column)} = ${value} WHERE number = ${number}`,
        );
        const found = column === 'number' ? 'seal-missing' : 'seal-altered';
        expect([number, column, await verifiedAfter(altered)]).toEqual([number, column, { found, number }]);
      }
    const removed = run(sql`DELETE FROM audit_seal WHERE number = 2`);
    expect(await verifiedAfter(removed)).toEqual({ found: 'seal-missing', number: 2 });
    const copied = run(
      sql`INSERT INTO audit_seal SELECT number + 4, statement, signature, events FROM audit_seal`,
    );
    expect(await verifiedAfter(copied)).toEqual({ found: 'seal-altered', number: 5 });
    const before = run(
      sql`INSERT INTO audit_seal SELECT number - 1, statement, signature, events FROM audit_seal WHERE number = 1`,
    );
    expect(await verifiedAfter(before)).toEqual({ found: 'seal-inserted', number: 0 });
  });

  test('events and their seals rewritten under a forger’s key are found', async () => {
    const forger = { ...it.needs, keyRing: createKeyRing(new Map([[7, Buffer.alloc(32, 66)]])) };
    const rewritten: Tamper = async (db) => {
      await sql`DELETE FROM audit_seal`.execute(db);
      await sql`DELETE FROM audit_event WHERE position = 2`.execute(db);
      await resealIn(db, forger);
    };
    expect(await verifiedAfter(rewritten)).toEqual({ found: 'seal-of-unknown-key', number: 1 });
    const added: Tamper = async (db) => {
      await sql`DELETE FROM audit_seal WHERE number = 4`.execute(db);
      await resealIn(db, forger);
    };
    expect(await verifiedAfter(added)).toEqual({ found: 'seal-of-unknown-key', number: 4 });
  });

  test('a seal made up of anything at all is named, and never makes the check itself fail', async () => {
    const forger = sealKey(createKeyRing(new Map([[7, Buffer.alloc(32, 66)]])), 7);
    if (!forger) throw new Error('a ring holds its own key');
    const place = Buffer.alloc(8);
    place.writeBigInt64BE(9_223_372_036_854_775_807n);
    const odd = [
      Buffer.concat([place, Buffer.alloc(48)]),
      Buffer.alloc(0),
      Buffer.alloc(57),
      Buffer.alloc(56),
    ];
    const signatures = [undefined, Buffer.alloc(0), Buffer.alloc(64)];
    const keys = [forger.publicKey, '_'.repeat(43), 'A'.repeat(43)];
    for (const events of odd)
      for (const [one, publicKey] of keys.entries()) {
        const statement = madeUp({ events, publicKey });
        const signature = signatures[one] ?? forger.sign(statement);
        const invented: Tamper = async (db) => {
          await sql`DELETE FROM audit_seal`.execute(db);
          await db.insertInto('audit_seal').values({ number: 1, statement, signature, events }).execute();
        };
        expect(await verifiedAfter(invented)).toEqual({ found: 'seal-altered', number: 1 });
      }
  });

  test('cutting the newest off, or sealing all of it again with the real key, shows against a seal kept outside', async () => {
    const newest = await findNewestSeal(it.needs.database);
    const kept = newest && keepSeal(newest);
    const against = (db: Db) => verifyAudit({ database: db, keyRing: it.needs.keyRing }, kept);
    expect((await against(it.needs.database)).finding).toBeUndefined();
    const cut = run(sql`DELETE FROM audit_seal WHERE number > 2`);
    expect((await tampered(it, cut, against)).finding).toEqual({ found: 'seal-missing', number: 3 });
    const again: Tamper = async (db) => {
      await sql`DELETE FROM audit_seal`.execute(db);
      await sql`UPDATE audit_event SET reason = 'Another' WHERE position = 2`.execute(db);
      await resealIn(db, it.needs);
    };
    expect((await tampered(it, again, against)).finding).toEqual({ found: 'seal-not-as-kept', number: 4 });
  });
});

const madeUp = ({ events, publicKey }: { events: Buffer; publicKey: string }) =>
  writeStatement({
    seals: 'gatehouse audit',
    format: 1,
    number: 1,
    first: 1,
    last: 17,
    events: 3,
    digest: hashOf(events),
    previous: null,
    sealedAt: '2026-03-02T09:00:00.000Z',
    keyVersion: 7,
    publicKey,
  });

test('after a rotation the seals of an older root key still verify, also once that key is given up', async () => {
  const own = await sealedRecord();
  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const ring = (...roots: [number, Buffer][]) => createKeyRing(new Map(roots));
  const both = ring([1, first], [2, second]);
  const verify = (keyRing: ReturnType<typeof createKeyRing>) => verifyAudit({ ...own.needs, keyRing });
  expect((await verify(both)).finding).toBeUndefined();
  expect((await verify(ring([2, second]))).finding).toEqual({ found: 'seal-of-unknown-key', number: 1 });
  await recordEvent(own);
  await sealAll({ ...own, needs: { ...own.needs, keyRing: both } }, 4);
  expect((await verify(both)).finding).toBeUndefined();
  expect((await verify(ring([2, second]))).finding).toBeUndefined();
  expect((await verify(ring([2, first]))).finding).toEqual({ found: 'seal-of-unknown-key', number: 5 });
});

test('whoever holds nothing but the root keys of another installation cannot sign for this one', async () => {
  const other = createKeyRing(new Map([[1, Buffer.alloc(32, 8)]]));
  const { finding } = await verifyAudit({ ...it.needs, keyRing: other });
  expect(finding).toEqual({ found: 'seal-of-unknown-key', number: 1 });
});
