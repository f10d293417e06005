import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { days } from '../../kernel/duration.ts';
import { type ImportOutcome, importRegister } from './import-register.ts';
import { branch, practice, register } from './register-samples.ts';

const bring = (run: Portal, ...rows: string[][]) => bringBytes(run, register(...rows));
const bringBytes = (run: Portal, bytes: Uint8Array) =>
  importRegister(run.needs, { bytes, fileName: 'register.csv', actor: 'system' });

function reportOf(imported: ImportOutcome) {
  if (imported.outcome !== 'imported') throw new Error(`not imported: ${imported.outcome}`);
  return imported.report;
}

const countsOf = (imported: ImportOutcome) => {
  const { rows, added, changed, closed, unchanged, refused, closedWithPractice } = reportOf(imported);
  const totals = { added, changed, closed, refused, closedWithPractice };
  return {
    rows,
    unchanged,
    ...Object.fromEntries(Object.entries(totals).map(([name, { total }]) => [name, total])),
  };
};

const none = { unchanged: 0, added: 0, changed: 0, closed: 0, refused: 0, closedWithPractice: 0 };

const statuses = async ({ needs }: Portal) =>
  Object.fromEntries(
    (await needs.database.selectFrom('organisation').select(['code', 'status']).execute()).map((row) => [
      row.code,
      row.status,
    ]),
  );

test('[P11] a register comes in once, and again with nothing changed', async () => {
  const run = await portal();
  const rows = [practice({ code: 'Z90001' }), practice({ code: 'Z90002', status: 'D' })];
  expect(countsOf(await bring(run, ...rows))).toEqual({ ...none, rows: 2, added: 2 });
  expect(countsOf(await bring(run, ...rows))).toEqual({ ...none, rows: 2, unchanged: 2 });
  expect(await statuses(run)).toEqual({ Z90001: 'active', Z90002: 'dormant' });
});

test('each row is added, changed, closed, unchanged or refused, with its line', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001' }), practice({ code: 'Z90002' }), practice({ code: 'Z90003' }));
  const second = await bring(
    run,
    practice({ code: 'Z90001' }),
    practice({ code: 'Z90002', name: 'RENAMED' }),
    practice({ code: 'Z90003', status: 'C', closed: '20260101' }),
    practice({ code: 'Z90004' }),
    practice({ code: 'Z90005', status: '?' }),
  );
  expect(countsOf(second)).toEqual({
    ...none,
    rows: 5,
    unchanged: 1,
    added: 1,
    changed: 1,
    closed: 1,
    refused: 1,
  });
  expect(reportOf(second)).toMatchObject({
    added: { first: [{ line: 4, code: 'Z90004' }] },
    changed: { first: [{ line: 2, code: 'Z90002', name: 'RENAMED' }] },
    closed: { first: [{ line: 3, code: 'Z90003' }] },
    refused: { first: [{ line: 5, code: 'Z90005', reason: 'unknown-status' }] },
    refusedBecause: { 'unknown-status': 1 },
  });
});

test('long lists are cut in the report, and their totals are not', async () => {
  const run = await portal();
  const rows = Array.from({ length: 1500 }, (_, at) => practice({ code: `Z${10_000 + at}` }));
  const report = reportOf(await bring(run, ...rows));
  expect(report.added.total).toBe(1500);
  expect(report.added.first.length).toBe(200);
  expect(Object.keys(await statuses(run)).length).toBe(1500);
});

test('only what the register knows is overwritten', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001', phone: '01632 960001' }));
  const ours = {
    registered_at: run.clock.now(),
    mailbox: 'reception@alder.example',
    mailbox_proven_how: 'call-back',
  };
  await run.needs.database.updateTable('organisation').set(ours).execute();
  await bring(run, practice({ code: 'Z90001', phone: '01632 960002' }));
  const kept = await run.needs.database.selectFrom('organisation').selectAll().executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ ...ours, phone: '01632 960002' });
});

test('a branch closes by its date or with its practice, and opens again with it', async () => {
  const run = await portal({ at: '2026-03-02T09:00Z' });
  const open = practice({ code: 'Z90001' });
  await bring(run, open);
  const branches = [
    branch({ code: 'Z90001001', parent: 'Z90001' }),
    branch({ code: 'Z90001002', parent: 'Z90001', closed: '20260401' }),
  ];
  await bring(run, ...branches);
  expect(await statuses(run)).toMatchObject({ Z90001001: 'active', Z90001002: 'active' });

  const closing = await bring(run, practice({ code: 'Z90001', status: 'C', closed: '20260228' }));
  expect(
    reportOf(closing)
      .closedWithPractice.first.map((row) => row.code)
      .sort(),
  ).toEqual(['Z90001001', 'Z90001002']);
  await bring(run, open);
  expect(await statuses(run)).toMatchObject({ Z90001001: 'active', Z90001002: 'active' });

  run.clock.advance(days(40));
  expect(countsOf(await bring(run, ...branches))).toMatchObject({ unchanged: 2, closedWithPractice: 1 });
  expect(await statuses(run)).toMatchObject({ Z90001001: 'active', Z90001002: 'closed' });
});

test('a changed branch of a closed practice stays closed', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001', status: 'C', closed: '20200101' }));
  await bring(run, branch({ code: 'Z90001001', parent: 'Z90001' }));
  const renamed = await bring(run, branch({ code: 'Z90001001', parent: 'Z90001', name: 'RENAMED' }));
  expect(countsOf(renamed)).toMatchObject({ changed: 1, closed: 0, closedWithPractice: 0 });
  expect(await statuses(run)).toMatchObject({ Z90001001: 'closed' });
});

test('a branch needs its practice, and a code keeps its kind', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001' }), practice({ code: 'Z90002' }));
  const imported = await bring(
    run,
    branch({ code: 'Z90001001', parent: 'Z90001' }),
    branch({ code: 'Z90009001', parent: 'Z90009' }),
    branch({ code: 'Z90002', parent: 'Z90001' }),
  );
  expect(reportOf(imported).refused.first).toEqual([
    { line: 2, code: 'Z90009001', reason: 'unknown-practice' },
    { line: 3, code: 'Z90002', reason: 'other-kind' },
  ]);
});

test('an unreadable file changes nothing', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001' }));
  const torn = Buffer.concat([register(practice({ code: 'Z90002' })), Buffer.from('"Z90003","NEVER CLOSED')]);
  expect(await bringBytes(run, torn)).toMatchObject({ outcome: 'unreadable', problem: 'not-csv' });
  expect(await statuses(run)).toEqual({ Z90001: 'active' });
});

test('two imports at once: one waits for the other, and nothing is doubled', async () => {
  const run = await portal();
  const rows = Array.from({ length: 3000 }, (_, at) => practice({ code: `Z${10_000 + at}` }));
  const both = await Promise.all([bring(run, ...rows), bring(run, ...rows)]);
  const totals = both.map(countsOf).sort((a, b) => a.unchanged - b.unchanged);
  expect(totals).toEqual([
    { ...none, rows: 3000, added: 3000 },
    { ...none, rows: 3000, unchanged: 3000 },
  ]);
});

test('an import is one event in the record', async () => {
  const run = await portal();
  await bring(run, practice({ code: 'Z90001' }), practice({ code: 'Z90002' }));
  const events = await run.needs.database
    .selectFrom('audit_event')
    .select(['action', 'actor_kind'])
    .execute();
  expect(events).toEqual([{ action: 'register-imported', actor_kind: 'system' }]);
});

const registers = process.env.GATEHOUSE_REGISTERS;
if (!registers)
  console.warn(
    'The real registers are not tried: GATEHOUSE_REGISTERS names no folder with epraccur.csv and ebranchs.csv.',
  );

test.runIf(registers)(
  '[P11] the real registers come in within 10 seconds, and again with nothing changed',
  async () => {
    const run = await portal();
    const files = await Promise.all(
      ['epraccur.csv', 'ebranchs.csv'].map((name) => readFile(join(registers ?? '', name))),
    );
    const bringAll = async () => {
      const totals = [];
      for (const bytes of files) totals.push(countsOf(await bringBytes(run, bytes)));
      return totals;
    };
    const startedAt = performance.now();
    expect(await bringAll()).toEqual([
      { ...none, rows: 14_303, added: 14_303 },
      { ...none, rows: 2_702, added: 2_702 },
    ]);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await bringAll()).toEqual([
      { ...none, rows: 14_303, unchanged: 14_303 },
      { ...none, rows: 2_702, unchanged: 2_702 },
    ]);
  },
);
