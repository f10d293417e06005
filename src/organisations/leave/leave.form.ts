import { z } from 'zod';
import { datePart } from '../../ui/index.ts';
import { dayFields, readTypedDay } from '../days/typed-day.ts';
import type { LeaveWords } from './leave.words.ts';

export const leaveForm = ({ errors }: LeaveWords) =>
  z.object(dayFields('returnsOn')).transform((values, check) => {
    const returnsOn = readTypedDay(values, 'returnsOn');
    if (returnsOn && returnsOn !== 'impossible') return { returnsOn };
    check.addIssue({ code: 'custom', path: [datePart('returnsOn', 'day')], message: errors.noDay });
    return z.NEVER;
  });

export const backForm = z.object({});
