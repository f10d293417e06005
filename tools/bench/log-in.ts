import { logInAsks } from './asks.ts';
import { benchPassword } from './bench-people.ts';
import { askInTime, askSeveralAtOnce, type Load, statusesOf, timesOf } from './load.ts';
import { atLeast, atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { runProgram } from './run-program.ts';
import { median, percentile } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

export const logIn: Part = {
  name: 'log-in',
  about: 'Password log in through the real server, against argon2id alone on the same cores',
  run: async (surroundings) => {
    const { accounts, seconds } = surroundings.scale;
    const { port } = await surroundings.portalWith(accounts);
    const people = (from: number, count: number) => logInAsks(port, { from, count, known: accounts });
    await askSeveralAtOnce({ port, atOnce: 8, seconds: 2, asks: await people(0, 2_000) });
    const alone = [await hashAlone(surroundings)];
    const load = await askSeveralAtOnce({ port, atOnce: 8, seconds, asks: await people(2_000, 15_000) });
    alone.push(await hashAlone(surroundings));
    const perSecond = timesOf(load, 303).length / load.seconds;
    const rate = Math.round(perSecond * 4);
    const asks = await people(5_000, rate * seconds);
    const overload = await askInTime({ port, perSecond: rate, seconds, asks });
    return [...ordinary(load, perSecond, alone), ...overloaded(overload, rate)];
  },
};

async function hashAlone({ passwordHash: hash, scale }: Surroundings): Promise<number> {
  const input = { hash, password: benchPassword, seconds: scale.seconds / 3 };
  return (await runProgram<{ perSecond: number }>('hash-alone.ts', input)).perSecond;
}

function ordinary(load: Load, perSecond: number, alone: number[]): Measured[] {
  // Whatever else the machine did can only have made one of them slower.
  const bare = Math.max(...alone);
  return [
    noted('argon2id alone', `${alone.map(shown).join(' and ')} a second, before and after`),
    noted('log ins, 8 at once', `${shown(perSecond)} a second (${statusesOf(load)})`),
    atLeast('log in against argon2id alone', (perSecond / bare) * 100, 95, '%'),
    atMost('log in with 8 at once, p99', percentile(timesOf(load, 303), 0.99), 150, 'ms'),
  ];
}

function overloaded(load: Load, rate: number): Measured[] {
  const refused = timesOf(load, 503);
  return [
    noted('four times as many as can be', `${shown(rate)} a second (${statusesOf(load)})`),
    atMost('accepted then, p99', percentile(timesOf(load, 303), 0.99), 2_000, 'ms'),
    noted(
      'turned away then with 503',
      `median ${shown(median(refused))}, p99 ${shown(percentile(refused, 0.99))} ms`,
    ),
    noted('accepted then', `${shown(timesOf(load, 303).length / load.seconds)} a second`),
  ];
}
