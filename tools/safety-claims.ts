/** What the safety documents claim, held against the tests they name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The requirements of OWASP ASVS 5.0, chapters V6 to V8, by section: the level of each, in order. */
const levels: Record<string, number[]> = {
  '6.1': [1, 2, 2],
  '6.2': [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2],
  '6.3': [1, 1, 2, 2, 3, 3, 3, 3],
  '6.4': [1, 1, 2, 2, 3, 3],
  '6.5': [2, 2, 2, 2, 2, 3, 3, 3],
  '6.6': [2, 2, 2, 3],
  '6.7': [3, 3],
  '6.8': [2, 2, 2, 2],
  '7.1': [2, 2, 2],
  '7.2': [1, 1, 1, 1],
  '7.3': [2, 2],
  '7.4': [1, 1, 2, 2, 2],
  '7.5': [2, 2, 3],
  '7.6': [2, 2],
  '8.1': [1, 2, 3, 3],
  '8.2': [1, 1, 2, 3],
  '8.3': [1, 3, 3],
  '8.4': [2, 3],
};

const answers = ['met', 'met in part', 'not met', 'not applicable'];

/** Every claim of a document that does not hold, in words. */
export function brokenClaims(file: string, tests: ReadonlyMap<string, string>): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/`([\w./-]+\.test\.tsx?)(?:: ([^`]+))?`/g)];
  const missing = named.flatMap(([, test = '', title]) => problemWith(test, title, tests));
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to = '']) =>
    join(dirname(file), to),
  );
  return [...missing, ...links.filter((to) => !existsSync(to)).map((to) => `${to} is not there`)].map(
    (problem) => `${file}: ${problem}`,
  );
}

function problemWith(test: string, title: string | undefined, tests: ReadonlyMap<string, string>): string[] {
  const source = tests.get(basename(test));
  if (source === undefined) return [`there is no ${test}`];
  return title === undefined || source.includes(title) ? [] : [`${test} has no test “${title}”`];
}

/** Every requirement answered once, at its level, and nothing called met without a test or a document. */
export function brokenRows(file: string): string[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, id = '']) => /^\d+\.\d+\.\d+$/.test(id));
  const expected = Object.entries(levels).flatMap(([section, all]) =>
    all.map((level, at) => ({ id: `${section}.${at + 1}`, level: String(level) })),
  );
  const unanswered = expected.filter(({ id }) => rows.filter(([, row]) => row === id).length !== 1);
  return [
    ...unanswered.map(({ id }) => `${file}: ${id} must be answered once`),
    ...rows.flatMap((row) => problemsOfRow(row, expected).map((problem) => `${file}: ${row[1]}: ${problem}`)),
  ];
}

function problemsOfRow(row: string[], expected: { id: string; level: string }[]): string[] {
  const [, id, level, , answer = '', why = ''] = row;
  const wanted = expected.find((requirement) => requirement.id === id);
  const isProven = /\.test\.tsx?/.test(why) || /\]\(/.test(why);
  return [
    ...(wanted?.level === level ? [] : [`is of level ${wanted?.level ?? '?'}`]),
    ...(answers.includes(answer) ? [] : [`"${answer}" is no answer`]),
    ...(answer.startsWith('met') && !isProven ? ['nothing proves it'] : []),
    ...(why === '' ? ['says nothing'] : []),
  ];
}

/** The sources of all tests, by file name. */
export const allTests = (): Map<string, string> =>
  new Map(
    ['src', 'tests', 'tools']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map((file) => [basename(file), readFileSync(file, 'utf8')]),
  );

export function brokenSafetyClaims(): string[] {
  const tests = allTests();
  const documents = readdirSync('docs/safety').map((file) => `docs/safety/${file}`);
  return [
    ...[...documents, 'SECURITY.md'].flatMap((file) => brokenClaims(file, tests)),
    ...brokenRows('docs/safety/asvs.md'),
  ];
}
