import type { Id } from '../../kernel/ids.ts';
import type { ListedClaim } from '../claims/listed-claim.ts';
import type { Organisation } from '../places/organisation.ts';

export type RegistrationId = Id<'registration'>;
export type RegistrationState = 'waiting' | 'approved' | 'refused';

/** How staff made sure that the practice itself is behind a registration. */
export const waysToCheck = ['call-back', 'letter-code', 'known-mailbox'] as const;
export type StaffWay = (typeof waysToCheck)[number];
/** Where a setting allows it, an answer from the mailbox stands in for staff. */
export type WayToCheck = StaffWay | 'mailbox-answer';

export interface Registration {
  id: RegistrationId;
  reference: string;
  state: RegistrationState;
  practice: Organisation;
  fullName: string;
  email: { typed: string; canonical: string };
  phone: string;
  mailbox: string;
  language: string;
  createdAt: Date;
  letterMadeAt: Date | undefined;
  letterCodeMac: string | undefined;
  check: { how: WayToCheck; note: string; by: string; at: Date } | undefined;
  decision: { by: string; at: Date; reason: string | undefined } | undefined;
}

export interface MadeRegistration {
  id: string;
  reference: string;
  state: RegistrationState;
  organisation: string;
}

export interface ListedRegistration extends ListedClaim {
  state: RegistrationState;
  isChecked: boolean;
}
