/** The results of RFC 8601, as far as staff need to tell them apart. */
export type CheckResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';

/** What SPF, DKIM and DMARC said about who sent an e-mail; shown to staff, and never a proof of an account. */
export interface SenderCheck {
  spf: CheckResult;
  dkim: CheckResult;
  dmarc: CheckResult;
}

/** What is said of a mail that is made so that it cannot be checked. */
export const beyondChecking: SenderCheck = { spf: 'none', dkim: 'fail', dmarc: 'fail' };

/** As kept beside a message; undefined for one that did not come by e-mail. */
export function senderCheckOf(kept: unknown): SenderCheck | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { spf, dkim, dmarc } = kept as Partial<SenderCheck>;
  return spf && dkim && dmarc ? { spf, dkim, dmarc } : undefined;
}
