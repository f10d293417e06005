import { logInAsk } from './asks.ts';
import { addressOf, benchPassword, deviceSecretOf } from './bench-people.ts';
import { visit } from './bench-visitor.ts';
import { type Ask, askInTime, type Load, statusesOf, timesOf } from './load.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { median, percentile } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

/** What one machine of two cores can check in a second, about; the attack is ten times that. */
const capacity = 100;
const ownersPerSecond = 15;

export const stuffing: Part = {
  name: 'stuffing',
  about:
    'Log in on browsers known before, while ten times as many stolen passwords are tried as can be checked',
  run: async (surroundings) => {
    const { accounts, seconds } = surroundings.scale;
    const { port } = await surroundings.portalWith(accounts);
    await askInTime({ port, perSecond: 5, seconds: 2, asks: await owners(port, surroundings, 10) });
    const perSecond = capacity * 10;
    const [attack, people] = await Promise.all([
      askInTime({ port, perSecond, seconds, asks: await attackers(port, surroundings, perSecond * seconds) }),
      askInTime({
        port,
        perSecond: ownersPerSecond,
        seconds,
        asks: await owners(port, surroundings, ownersPerSecond * seconds),
      }),
    ]);
    return [...ofPeople(people), ...ofAttackers(attack)];
  },
};

/** Each from another network, as a botnet does, and each at another account, so that no counter stops them. */
async function attackers(port: number, { scale }: Surroundings, count: number): Promise<Ask[]> {
  const visitor = await visit(port, '/log-in');
  return Array.from({ length: count }, (_, index) =>
    logInAsk(
      visitor,
      addressOf(scale.accounts - (index % (scale.accounts / 2))),
      'Stolen-elsewhere-1',
      index,
    ),
  );
}

/** People who log in where they logged in before. */
async function owners(port: number, { scale }: Surroundings, count: number): Promise<Ask[]> {
  const visitor = await visit(port, '/log-in');
  return Array.from({ length: count }, (_, index) => {
    const number = 1 + (index % (scale.accounts / 4));
    const cookie = `${visitor.cookie}; __Host-device=${deviceSecretOf(number)}`;
    return logInAsk({ ...visitor, cookie }, addressOf(number), benchPassword, index);
  });
}

function ofPeople(load: Load): Measured[] {
  const inTime = timesOf(load, 303);
  return [
    noted('people on known browsers', `${ownersPerSecond} a second (${statusesOf(load)})`),
    atMost('people on known browsers, p99', percentile(inTime, 0.99), 1_000, 'ms'),
    atMost(
      'people on known browsers who were turned away',
      load.answers.length - inTime.length,
      0,
      'of them',
    ),
  ];
}

function ofAttackers(load: Load): Measured[] {
  const refused = timesOf(load, 503);
  return [
    noted(
      'tries of the attack',
      `${shown(load.answers.length / load.seconds)} a second (${statusesOf(load)})`,
    ),
    noted(
      'turned away with 503',
      `median ${shown(median(refused))}, p99 ${shown(percentile(refused, 0.99))} ms`,
    ),
  ];
}
