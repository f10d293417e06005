import type { NoticeId } from '../tickets/ticket.ts';

/** Where a notice can be shown. */
export const noticePlaces = ['log-in', 'help', 'contact'] as const;
export type NoticePlace = (typeof noticePlaces)[number];

/** Trouble that staff know of and tell everybody about. */
export interface ServiceNotice {
  id: NoticeId;
  title: string;
  body: string;
  places: readonly NoticePlace[];
  publishedAt: Date;
  publishedBy: string | null;
  changedAt: Date | null;
  /** When it stops being shown by itself. */
  endsAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
}

/** Whether people see it at an instant. */
export const isCurrent = ({ endsAt, endedAt }: ServiceNotice, now: Date): boolean =>
  endedAt === null && (endsAt === null || endsAt > now);
