import type { DataRightsWords } from './data-rights.words.ts';

type Words = DataRightsWords['readable'];

/** Fields whose values are names of ours rather than a person's words. */
const named = new Set([
  'action',
  'by',
  'channel',
  'checkedHow',
  'endedBecause',
  'kind',
  'purpose',
  'realm',
  'role',
  'service',
  'state',
  'status',
  'way',
  'where',
  'contactNeeds',
]);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** One value of a copy as people read it; several lines where it holds several things. */
export function readableValue(value: unknown, field: string, timeZone: string, words: Words): string[] {
  if (value === null || value === undefined || value === '') return [words.none];
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (Array.isArray(value))
    return value.length > 0
      ? value.flatMap((one) => readableValue(one, field, timeZone, words))
      : [words.none];
  if (typeof value === 'object')
    return Object.entries(value).map(([name, inner]) =>
      words.pair(words.other(name), readableValue(inner, name, timeZone, words).join(', ')),
    );
  const text = String(value);
  if (instant.test(text)) return [words.moment(new Date(text), timeZone)];
  return [named.has(field) ? words.other(text) : text];
}
