import type { RegisterStatus } from '../places/organisation.ts';

/** The two shapes a register comes in: `epraccur` holds practices, `ebranchs` their branches. */
export type RegisterKind = 'practice' | 'branch';

/** What the register says about one organisation. */
export interface RegisterRow {
  line: number;
  kind: RegisterKind;
  code: string;
  name: string;
  addressLines: string[];
  postcode: string;
  phone: string;
  /** A branch's own status knows only its close date; its practice's is laid over it in the database. */
  status: RegisterStatus;
  openedOn: string | undefined;
  closedOn: string | undefined;
  /** A branch's practice. Practices have a commissioner there, which is no organisation of ours. */
  parentCode: string | undefined;
  prescribingSetting: string | undefined;
  /** Every column, also those without a meaning today. */
  cells: string[];
}

export const refusalReasons = [
  'broken-quotes',
  'wrong-columns',
  'malformed-code',
  'person-code',
  'no-name',
  'too-long',
  'unknown-status',
  'impossible-date',
  'closed-before-opened',
  'no-practice',
  'unknown-practice',
  'duplicate',
  'other-kind',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

export interface RefusedRow {
  line: number;
  code: string;
  reason: RefusalReason;
}
