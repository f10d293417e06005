/** What keeps a row out. */
export const rowProblems = [
  'broken-quotes',
  'too-many-cells',
  'no-email',
  'bad-email',
  'no-name',
  'long-name',
  'not-name',
  'no-roles',
  'unknown-role',
  'unclear-role',
  'may-not-give',
  'limit',
  'unknown-branch',
  'unclear-branch',
  'closed-branch',
  'elsewhere',
  'long-job-title',
  'bad-phone',
  'bad-start',
  'bad-end',
  'end-before-start',
  'end-passed',
  'twice',
] as const;
/** What makes a row needless. */
export const rowSkips = ['already-member', 'example'] as const;
/** What somebody should look at, and may well be right. */
export const rowWarnings = ['shared-address', 'mixed-email', 'mixed-name', 'formula'] as const;

export type RowProblem = (typeof rowProblems)[number];
export type RowSkip = (typeof rowSkips)[number];
export type RowWarning = (typeof rowWarnings)[number];
export type FindingCode = RowProblem | RowSkip | RowWarning;

export interface Finding {
  code: FindingCode;
  /** What of the row it is about, as typed, or the number that matters. */
  about?: string;
}

const isOneOf =
  <Code extends FindingCode>(codes: readonly Code[]) =>
  (code: FindingCode): code is Code =>
    (codes as readonly FindingCode[]).includes(code);

export const isProblem = isOneOf(rowProblems);
export const isSkip = isOneOf(rowSkips);

/** What will become of a row with these: put right first, left out as needless, or looked at and taken. */
export type Standing = 'problem' | 'skipped' | 'warning' | 'ready';

export function standingOf(codes: readonly FindingCode[]): Standing {
  if (codes.some(isSkip)) return 'skipped';
  if (codes.some(isProblem)) return 'problem';
  return codes.length > 0 ? 'warning' : 'ready';
}
