import { z } from 'zod';
import { days, hours, minutes, seconds } from '../../kernel/duration.ts';

const units = { seconds, minutes, hours, days };

/** A duration as an operator writes it, like "15 minutes"; read as milliseconds. */
export const durationSetting = z
  .string()
  .regex(/^\d+ (second|minute|hour|day)s?$/, 'must be a whole number and a unit, like "15 minutes"')
  .transform((text) => {
    const [count, unit] = text.split(' ') as [string, string];
    const name = (unit.endsWith('s') ? unit : `${unit}s`) as keyof typeof units;
    return units[name](Number(count));
  });
