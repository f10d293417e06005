import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as typed, for showing, and in E.164, for dialling. */
export interface PhoneNumber {
  typed: string;
  e164: string;
}

/**
 * Reads a UK or +international number; undefined when it cannot be one. "Possible" is asked rather than
 * "valid", because the numbers kept for drama (07700 900xxx) are possible and never valid.
 */
export function readPhoneNumber(text: string): PhoneNumber | undefined {
  const typed = text.trim();
  if (typed.length > 40 || /[^\d\s()+.\-/–]/.test(typed)) return undefined;
  const parsed = parsePhoneNumberFromString(typed.replace(/\(0\)/, ''), 'GB');
  return parsed?.isPossible() ? { typed, e164: parsed.number } : undefined;
}
