import { expect, test } from 'vitest';
import { type Portal, portal } from '../../tests/support/portal.ts';
import { days, hours } from '../kernel/duration.ts';

const typeWrong = ({ browser }: Portal, identifier: string) =>
  browser().post('/log-in', { identifier, password: 'not-it' });

const counters = ({ needs }: Portal) => needs.database.selectFrom('entry_lane').selectAll().execute();
const intakes = ({ needs }: Portal) => needs.database.selectFrom('intake').selectAll().execute();

test('flooding: guesses at names and requests for links do not stay in the tables for ever', async () => {
  const gate = await portal();
  for (let name = 0; name < 5; name += 1) {
    await typeWrong(gate, `nobody${name}@practice.example`);
    await gate.browser().post('/forgotten-details', { email: `nobody${name}@practice.example` });
  }
  await gate.runDue();
  expect([await counters(gate), await intakes(gate)].map((rows) => rows.length)).toEqual([5, 5]);
  gate.clock.advance(days(8));
  await gate.runDue();
  expect([await counters(gate), await intakes(gate)].map((rows) => rows.length)).toEqual([0, 0]);
});

test('nothing that still decides is forgotten: not a fresh count, nor an entry that only support opens', async () => {
  const fresh = await portal();
  await typeWrong(fresh, 'nobody@practice.example');
  fresh.clock.advance(hours(1));
  await fresh.runDue();
  expect(await counters(fresh)).toHaveLength(1);
  const closed = await portal({ profile: 'primary-care' });
  for (let tries = 0; tries < 5; tries += 1) await typeWrong(closed, 'nobody@practice.example');
  closed.clock.advance(days(400));
  await closed.runDue();
  expect((await typeWrong(closed, 'nobody@practice.example')).status).toBe(429);
});
