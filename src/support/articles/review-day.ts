import { dayAt } from '../../kernel/calendar-day.ts';
import { after } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';

/** When an article that was read through now is to be read again. */
export const nextReview = (
  { helpCentre, service }: Pick<Settings, 'helpCentre' | 'service'>,
  now: Date,
): string => dayAt(after(now, helpCentre.reviewEvery), service.timeZone);
