import { after } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';

/** The calendar day at an instant, as `2026-03-02`. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** When an article that was read through now is to be read again. */
export const nextReview = (
  { helpCentre, service }: Pick<Settings, 'helpCentre' | 'service'>,
  now: Date,
): string => dayOf(after(now, helpCentre.reviewEvery), service.timeZone);
