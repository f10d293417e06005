import { request } from 'node:http';
import { codeAt } from '../../src/identity/second-factors/authenticator.ts';
import { formAsk, logInAsk } from './asks.ts';
import { addressOf, benchPassword, deviceSecretOf } from './bench-people.ts';
import { type BenchVisitor, visit } from './bench-visitor.ts';
import { type Ask, askSeveralAtOnce, type Load, statusesOf, timesOf } from './load.ts';
import { atLeast, atMost, noted, type Part, shown } from './measurement.ts';
import { addAuthenticators, rememberDevices } from './seed-factors.ts';
import { median, percentile } from './statistics.ts';
import { onDatabase, type Surroundings } from './surroundings.ts';

export const codeStep: Part = {
  name: 'code-step',
  about: 'The security code of a log in, and log ins on devices where none is asked for',
  run: async (surroundings) => {
    const { accounts, looks } = surroundings.scale;
    const { port, databaseUrl } = await surroundings.portalWith(accounts);
    const numbers = Array.from({ length: looks }, (_, index) => accounts - index);
    const secrets = await onDatabase(databaseUrl, (client) =>
      addAuthenticators(client, numbers.map(addressOf)),
    );
    const visitor = await visit(port, '/log-in');
    const times: number[] = [];
    for (const [index, number] of numbers.entries())
      times.push(await enterCode(port, visitor, { number, index, secret: secrets.get(addressOf(number)) }));
    const steady = times.slice(Math.floor(times.length / 5));
    return [
      noted('the code step', `median ${shown(median(steady))} ms, ${steady.length} people one after another`),
      atMost('the code step, p99', percentile(steady, 0.99), 20, 'ms'),
      ...(await onRememberedDevices(surroundings, port, numbers)),
    ];
  },
};

/** Logs in and gives how long the code took, from the first byte sent to the last one read. */
async function enterCode(
  port: number,
  visitor: BenchVisitor,
  { number, index, secret }: { number: number; index: number; secret: Buffer | undefined },
): Promise<number> {
  const asked = await send(port, logInAsk(visitor, addressOf(number), benchPassword, index));
  const attempt = asked.cookies.find((cookie) => cookie.startsWith('__Host-log-in-attempt='));
  if (!attempt || !secret) throw new Error(`no code was asked for: status ${asked.status}`);
  const waiting = { ...visitor, cookie: `${visitor.cookie}; ${attempt}` };
  const code = codeAt(secret, new Date());
  const entered = await send(port, formAsk(waiting, '/log-in/code', { code, remember: '' }, index));
  if (entered.status !== 303) throw new Error(`a right code was refused: status ${entered.status}`);
  return entered.ms;
}

function send(port: number, { method, path, headers, body }: Ask) {
  return new Promise<{ status: number; ms: number; cookies: string[] }>((done, fail) => {
    const from = performance.now();
    request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume().once('end', () => {
        const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
        done({ status: answer.statusCode ?? 0, ms: performance.now() - from, cookies });
      });
    })
      .once('error', fail)
      .end(body);
  });
}

/** Beside as many log ins of others on devices known as long, before and after, so that only the code makes the difference. */
async function onRememberedDevices(surroundings: Surroundings, port: number, numbers: readonly number[]) {
  const { accounts, seconds } = surroundings.scale;
  await onDatabase(await surroundings.databaseWith(accounts), (client) =>
    rememberDevices(client, numbers.map(addressOf)),
  );
  const without = numbers.map((number) => number - numbers.length);
  const logIns = (people: readonly number[]) => logInsOnKnownDevices(port, people, seconds / 2);
  const before = await logIns(without);
  const load = await logIns(numbers);
  const after = await logIns(without);
  const rateOf = (of: Load) => timesOf(of, 303).length / of.seconds;
  const others = (rateOf(before) + rateOf(after)) / 2;
  return [
    noted(
      'log ins on remembered devices, 8 at once',
      `${shown(rateOf(load))} a second (${statusesOf(load)})`,
    ),
    atLeast('those against people without a code', (rateOf(load) / others) * 100, 95, '%'),
    atMost('those, p99', percentile(timesOf(load, 303), 0.99), 150, 'ms'),
  ];
}

async function logInsOnKnownDevices(port: number, people: readonly number[], seconds: number): Promise<Load> {
  const visitor = await visit(port, '/log-in');
  const asks = Array.from({ length: Math.ceil(seconds * 400) }, (_, index) => {
    const number = people[index % people.length] ?? 1;
    const cookie = `${visitor.cookie}; __Host-device=${deviceSecretOf(number)}`;
    return logInAsk({ ...visitor, cookie }, addressOf(number), benchPassword, index);
  });
  return askSeveralAtOnce({ port, atOnce: 8, seconds, asks });
}
