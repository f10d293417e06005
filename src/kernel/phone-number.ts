import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

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

/** What people enter who have no mobile where a form insists on one; somebody may own it, so nobody contacts it. */
export const isNoMobile = ({ e164 }: PhoneNumber): boolean => e164 === '+447111111111';

/** The number to contact somebody at; null where there is none. */
export const dialledNumber = (phone: PhoneNumber | undefined): string | null =>
  phone && !isNoMobile(phone) ? phone.e164 : null;

/**
 * Whether a text message may reach it. Abroad it is tried unless the number is known to be of another kind, or of no
 * country: satellites and premium services cost whatever they like.
 */
export function canGetTexts(phone: PhoneNumber): boolean {
  if (isNoMobile(phone)) return false;
  if (phone.e164.startsWith('+44')) return isUkMobile(phone.e164);
  const parsed = parsePhoneNumberFromString(phone.e164);
  const kind = parsed?.getType();
  return !parsed?.isNonGeographic() && (kind === undefined || textable.has(kind));
}

/** Whether it belongs to one of these countries, by calling code; none stand for all. */
export const isOfCountries = ({ e164 }: PhoneNumber, callingCodes: readonly string[]): boolean =>
  callingCodes.length === 0 ||
  callingCodes.includes(parsePhoneNumberFromString(e164)?.countryCallingCode ?? '');

/** 07, without personal numbers (070) and pagers (076); 07624 are mobiles of the Isle of Man. */
const isUkMobile = (e164: string): boolean => /^\+447(?:[1-57-9]\d{8}|624\d{6})$/.test(e164);

const textable: ReadonlySet<NumberType> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP']);
