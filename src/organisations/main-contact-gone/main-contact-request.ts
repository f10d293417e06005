import type { Id } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Organisation } from '../places/organisation.ts';

export const whyGone = ['left', 'absent', 'unknown', 'other'] as const;
export type WhyGone = (typeof whyGone)[number];
export type Authoriser = Settings['organisations']['authorisers'][number];
export type RequestState = 'waiting' | 'approved' | 'refused' | 'withdrawn';
/** How the practice itself said yes. */
export type Confirmed = 'mailbox' | 'letter';

/** Somebody asks to become main contact of a practice where nobody can give them access. */
export interface MainContactRequest {
  id: Id<'main-contact-request'>;
  reference: string;
  practice: Organisation;
  state: RequestState;
  fullName: string;
  email: { typed: string; canonical: string };
  phone: string;
  language: Language;
  why: WhyGone;
  authoriser: { kind: Authoriser; name: string };
  createdAt: Date;
  mailboxAskedUntil: Date | undefined;
  letter: { mac: string; madeAt: Date } | undefined;
  confirmed: { how: Confirmed; at: Date } | undefined;
  deniedAt: Date | undefined;
  objection: { by: string; at: Date; text: string } | undefined;
  /** How staff made sure that the authoriser is one. */
  check: { by: string; at: Date; note: string } | undefined;
  decision: { by: string; at: Date; reason: string | undefined } | undefined;
}

/** Somebody of the practice said that it is wrong, and nobody has looked since at who authorises it. */
export const isContested = ({ deniedAt, objection, check }: MainContactRequest): boolean =>
  [deniedAt, objection?.at].some((at) => at !== undefined && (!check || check.at < at));
