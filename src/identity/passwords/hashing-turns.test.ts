import { expect, test } from 'vitest';
import { Overloaded } from '../../kernel/endings.ts';
import { createTurns } from './hashing-turns.ts';

/** One core, and hashes that end when the test says so. */
function oneCore(longestWait: number) {
  const turns = createTurns(() => 0, { atOnce: 1, longestWait });
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const take = (name: string, turn: 'first' | 'in-turn') =>
    turns.take(() => {
      order.push(name);
      return new Promise<void>((end) => ends.push(end));
    }, turn);
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { turns, take, order, endOne };
}

test('whoever is known goes before all who wait in turn, and after those known before', async () => {
  const { take, order, endOne } = oneCore(1_000);
  const all = [
    take('running', 'in-turn'),
    take('stranger 1', 'in-turn'),
    take('stranger 2', 'in-turn'),
    take('known 1', 'first'),
    take('known 2', 'first'),
  ];
  for (let ended = 0; ended < 5; ended += 1) await endOne();
  await Promise.all(all);
  expect(order).toEqual(['running', 'known 1', 'known 2', 'stranger 1', 'stranger 2']);
});

test('strangers who are turned away leave room for whoever is known', async () => {
  const { turns, take, endOne } = oneCore(15);
  const running = take('running', 'in-turn');
  const waiting = [take('stranger 1', 'in-turn'), take('stranger 2', 'in-turn')];
  await expect(take('stranger 3', 'in-turn')).rejects.toBeInstanceOf(Overloaded);
  const known = take('known', 'first');
  expect(turns.waiting()).toBe(3);
  for (let ended = 0; ended < 4; ended += 1) await endOne();
  await Promise.all([running, known, ...waiting]);
});
