import { z } from 'zod';
import { datePart, dateParts } from '../../../ui/index.ts';
import type { OneArticleWords } from './one-article.words.ts';

const mostRelated = 10;

/** `/help/accounts/my-account` or only its end; also as it is copied from the browser. */
const slugOfLine = (line: string): string =>
  line
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1) ?? '';

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map(slugOfLine)
      .filter((slug) => slug !== ''),
  ),
];

export const careForm = ({ care: { errors } }: OneArticleWords) =>
  z
    .object({
      owner: z.string(),
      ...reviewOnFields,
      position: z
        .string()
        .trim()
        .regex(/^\d{0,6}$/, errors.position),
      related: z.string().transform(linesOf).pipe(z.array(z.string()).max(mostRelated, errors.manyRelated)),
    })
    .transform((values, context) => {
      const reviewOn = readDay(values);
      if (reviewOn !== 'impossible') return { ...values, reviewOn, position: Number(values.position) };
      context.addIssue({ code: 'custom', message: errors.day, path: [datePart('reviewOn', 'day')] });
      return z.NEVER;
    });

const reviewOnFields = {
  'reviewOn-day': z.string(),
  'reviewOn-month': z.string(),
  'reviewOn-year': z.string(),
};

/** A typed day as `2026-03-02`; nothing where all is empty. */
function readDay(values: Record<keyof typeof reviewOnFields, string>): string | null | 'impossible' {
  const [day = '', month = '', year = ''] = dateParts.map((part) =>
    values[datePart('reviewOn', part)].trim(),
  );
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^2\d{3}$/.test(year)) return 'impossible';
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${typed}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== typed ? 'impossible' : typed;
}

/** A day as its fields show it. */
export function typedReviewDay(day: string | null): Record<string, string> {
  const [year = '', month = '', date = ''] = day?.split('-').map((part) => part.replace(/^0/, '')) ?? [];
  return { 'reviewOn-day': date, 'reviewOn-month': month, 'reviewOn-year': year };
}
