import { z } from 'zod';
import { manyOf } from '../../../ui/index.ts';
import type { NoticeText } from '../../notices/notice.store.ts';
import { noticePlaces, type ServiceNotice } from '../../notices/notice.ts';
import { clockIn, instantOf } from '../../working-time/working-time.ts';
import { readTypedDay } from '../start-of-day.ts';
import type { NoticesWords } from './notices.words.ts';

export const longestBody = 2000;
export const longestAnswer = 10_000;

interface When {
  now: Date;
  timeZone: string;
}

type TypedEnd = Record<'endsOn-day' | 'endsOn-month' | 'endsOn-year' | 'endsAt', string>;

export const noticeForm = ({ errors }: NoticesWords, when: When) =>
  z
    .object({
      title: z.string().trim().min(1, errors.noTitle).max(200, errors.longTitle),
      body: z.string().trim().max(longestBody, errors.longBody),
      places: manyOf(z.array(z.enum(noticePlaces)).min(1, errors.noPlace)),
      'endsOn-day': z.string().trim(),
      'endsOn-month': z.string().trim(),
      'endsOn-year': z.string().trim(),
      endsAt: z.string().trim(),
    })
    .transform(({ title, body, places, ...typed }, context): NoticeText => {
      const end = readEnd(typed, when);
      if (end.outcome === 'wrong')
        context.addIssue({ code: 'custom', path: [end.field], message: errors[end.what] });
      return { title, body, places, endsAt: end.outcome === 'end' ? end.at : null };
    });

type ReadEnd =
  | { outcome: 'never' }
  | { outcome: 'end'; at: Date }
  | { outcome: 'wrong'; field: keyof TypedEnd; what: 'badDay' | 'noDay' | 'noTime' | 'past' };

const wrong = (field: keyof TypedEnd, what: 'badDay' | 'noDay' | 'noTime' | 'past'): ReadEnd => ({
  outcome: 'wrong',
  field,
  what,
});

/** A day and a time of it, where the service is; neither is no end. */
function readEnd(typed: TypedEnd, { now, timeZone }: When): ReadEnd {
  const parts = [typed['endsOn-day'], typed['endsOn-month'], typed['endsOn-year']];
  const hasDay = parts.some((part) => part !== '');
  if (!hasDay) return typed.endsAt === '' ? { outcome: 'never' } : wrong('endsOn-day', 'noDay');
  const day = readTypedDay(parts.join('/'));
  if (!day) return wrong('endsOn-day', 'badDay');
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.endsAt);
  if (!time) return wrong('endsAt', 'noTime');
  const [, hour = '', minute = ''] = time;
  const at = new Date(instantOf(day, `${hour.padStart(2, '0')}:${minute}`, timeZone));
  return at > now ? { outcome: 'end', at } : wrong('endsOn-day', 'past');
}

/** A notice as its form shows it. */
export function typedNotice(
  { title, body, places, endsAt }: ServiceNotice,
  timeZone: string,
): Record<string, string> {
  const { day, time } = endsAt ? clockIn(endsAt, timeZone) : { day: '', time: '' };
  const [year = '', month = '', date = ''] = day.split('-').map((part) => part.replace(/^0/, ''));
  return {
    title,
    body,
    places: places.join('\n'),
    'endsOn-day': date,
    'endsOn-month': month,
    'endsOn-year': year,
    endsAt: time,
  };
}

export const answerAllForm = ({ answer: { errors } }: NoticesWords) =>
  z.object({
    body: z.string().trim().min(1, errors.empty).max(longestAnswer, errors.long),
    after: manyOf(z.array(z.enum(['solves', 'ends']))),
  });
