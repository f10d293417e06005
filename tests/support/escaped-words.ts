import type { Settings } from '../../src/platform/settings/settings.ts';

/** Text, and attributes that are read out, outside the marks of the pseudo-language; what is data is left out. */
export function escapedWords(html: string, data: readonly string[]): string[] {
  const attributes = [...html.matchAll(/ (?:alt|title|aria-label|placeholder|data-[\w-]*label)="([^"]*)"/g)];
  const shown = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<\/?mark[^>]*>/g, '');
  const lines = [shown.replace(/<[^>]+>/g, '\n'), ...attributes.map(([, words]) => words ?? '')];
  return lines
    .flatMap((text) => withoutMarked(text).split('\n'))
    .map((line) => withoutData(line, data).trim())
    .filter((line) => /\p{L}/u.test(line));
}

/** What an operator writes in the settings is data, like the name of the service. */
export const wordsOfServices = ({ organisations: { services } }: Pick<Settings, 'organisations'>): string[] =>
  Object.values(services).flatMap(({ name, roles }) => [
    name,
    ...Object.values(roles).flatMap((role) => [role.name, role.does]),
  ]);

/** The same of what people can ask support about. */
export const wordsOfSubjects = ({ tickets: { subjects } }: Pick<Settings, 'tickets'>): string[] =>
  subjects.flatMap(({ name, hint = '', questions }) => [
    name,
    hint,
    ...questions.flatMap((question) => [question.label, question.hint ?? '', ...(question.choices ?? [])]),
  ]);

/** Sentences are marked within sentences, so the innermost go first. */
function withoutMarked(text: string): string {
  const left = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return left === text ? text : withoutMarked(left);
}

/** The last of them writes the others, so it is read last. */
const entities: [entity: string, character: string][] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['\u00a0', ' '],
  ['&amp;', '&'],
];

/** Longest first, so that a name within an address is not all that is taken out of it. */
function withoutData(line: string, data: readonly string[]): string {
  const plain = entities.reduce((text, [entity, character]) => text.replaceAll(entity, character), line);
  const longestFirst = [...data].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((left, known) => (known ? left.replaceAll(known, '') : left), plain);
}
