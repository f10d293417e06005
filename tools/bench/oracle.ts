import { formAsk, logInAsk } from './asks.ts';
import { addressOf } from './bench-people.ts';
import { type BenchVisitor, visit } from './bench-visitor.ts';
import { type Ask, askSeveralAtOnce } from './load.ts';
import { type Measured, noted, type Part, shown } from './measurement.ts';
import { chanceGreater, median, medianInterval } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

/** Less than what a network adds by itself, and than what could be told from thousands of tries, which limits stop. */
const mostMs = 1;

const forms: Record<string, { path: string; ask: (by: BenchVisitor, name: string, index: number) => Ask }> = {
  'log in with a wrong password': {
    path: '/log-in',
    ask: (by, name, index) => logInAsk(by, name, 'Not-the-password-0', index),
  },
  'forgotten details': {
    path: '/forgotten-details',
    ask: (by, email, index) => formAsk(by, '/forgotten-details', { email, realm: 'portal' }, index),
  },
};

export const oracle: Part = {
  name: 'oracle',
  about: 'Whether the time of an answer tells a name that is known from one that is not',
  run: async (surroundings) => {
    const measured: Measured[] = [];
    for (const name of Object.keys(forms)) measured.push(...(await compare(surroundings, name)));
    return measured;
  },
};

/** One after another, each pair in an order drawn at random. */
async function compare({ scale, portalWith }: Surroundings, name: string): Promise<Measured[]> {
  const { port } = await portalWith(scale.accounts);
  const form = forms[name];
  if (!form) throw new Error(`there is no form ${name}`);
  const visitor = await visit(port, form.path);
  const pairs = Array.from({ length: scale.pairs }, (_, index) => {
    const isKnownFirst = Math.random() < 0.5;
    const known = addressOf(scale.accounts - index);
    const names = isKnownFirst ? [known, `no-${known}`] : [`no-${known}`, known];
    return { isKnownFirst, asks: names.map((typed, place) => form.ask(visitor, typed, index * 2 + place)) };
  });
  const asks = pairs.flatMap((pair) => pair.asks);
  const { answers } = await askSeveralAtOnce({ port, atOnce: 1, seconds: scale.pairs, asks });
  if (new Set(answers.map((answer) => answer.status)).size !== 1)
    throw new Error('known and unknown names had different answers');
  const [known, unknown]: [number[], number[]] = [[], []];
  for (const [index, { isKnownFirst }] of pairs.entries()) {
    const [first, second] = [answers[index * 2]?.ms, answers[index * 2 + 1]?.ms];
    if (first === undefined || second === undefined) break;
    known.push(isKnownFirst ? first : second);
    unknown.push(isKnownFirst ? second : first);
  }
  return judged(name, known, unknown);
}

function judged(name: string, known: number[], unknown: number[]): Measured[] {
  const differences = known.map((ms, index) => ms - (unknown[index] ?? Number.NaN));
  const [low, high] = medianInterval(differences);
  const told = chanceGreater(known, unknown);
  return [
    noted(`${name}: known, unknown`, `medians ${shown(median(known))} and ${shown(median(unknown))} ms`),
    noted(
      `${name}: the slower of two is the known one`,
      `${shown(told * 100)} % of pairs (50 % tells nothing)`,
    ),
    {
      what: `${name}: difference, with 95 % confidence`,
      measured: `${shown(low)} to ${shown(high)} ms (${known.length} pairs)`,
      budget: `within ±${mostMs} ms`,
      isKept: low >= -mostMs && high <= mostMs,
    },
  ];
}
