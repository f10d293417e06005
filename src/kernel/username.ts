/** A username as typed, for showing; in its one canonical form, for finding; and as its looks, for telling apart. */
export interface Username {
  typed: string;
  canonical: string;
  /** Two names that people would take for each other have the same. */
  skeleton: string;
}

/** Reads a username; undefined when it cannot be one. Never holds an @, so it is never taken for an address. */
export function readUsername(text: string): Username | undefined {
  if (text.length > mostTyped) return undefined;
  const typed = text.normalize('NFKC').trim();
  const canonical = foldName(typed);
  const length = [...canonical].length;
  if (length < shortest || length > longest) return undefined;
  if (!isWritten.test(typed) || !isWritten.test(canonical)) return undefined;
  return { typed, canonical, skeleton: skeletonOf(canonical) };
}

const shortest = 3;
const longest = 30;
/** With spaces around it, and a mark behind each letter. */
const mostTyped = 200;

/** One form for every way to write a name: NFKC and case fold, by way of upper case, so that ß and ẞ meet SS and ı meets I. */
export const foldName = (text: string): string =>
  text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC').trim();

/**
 * The letters European and Vietnamese names are written with, then also digits and `.`, `_`, `-`. Other Latin letters
 * (phonetic, clicks, small capitals, those of medieval Welsh) look like these, and what cannot be seen is no letter.
 */
const letters =
  'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u017F\\u01A0\\u01A1\\u01AF\\u01B0\\u0218-\\u021B\\u1E00-\\u1E99\\u1E9B\\u1E9E\\u1EA0-\\u1EF9';
const marks = '\\u0300-\\u030C\\u0323-\\u0328';
const isWritten = new RegExp(`^[${letters}](?:[${letters}0-9._-][${marks}]?)*$`);

/**
 * What is left when marks, separators and the differences that people overlook are gone: the Latin part of the
 * confusables of UTS #39, and letters with a stroke, which do not decompose. Wide rather than narrow: a name refused
 * for its likeness costs one more try.
 */
const skeletonOf = (canonical: string): string =>
  canonical
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/./gu, (letter) => lookAlikes[letter] ?? letter);

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  j: 'l',
  ı: 'l',
  m: 'rn',
  w: 'vv',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  þ: 'p',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ſ: 's',
};

/** Names that would be taken for the service, its staff or its machinery. */
const reserved = [
  ...['abuse', 'admin', 'administrator', 'anonymous', 'everyone', 'gatehouse', 'guest', 'help', 'helpdesk'],
  ...[
    'hostmaster',
    'info',
    'login',
    'logout',
    'mailer-daemon',
    'me',
    'moderator',
    'nhs',
    'no-reply',
    'nobody',
  ],
  ...['null', 'official', 'operator', 'postmaster', 'root', 'security', 'service', 'staff', 'superuser'],
  ...['support', 'sysadmin', 'system', 'undefined', 'webmaster', 'you'],
].map((name) => skeletonOf(name));

/** Whether a name, or one that looks like it, is kept for the service; `others` are names of its own. */
export const isReserved = ({ skeleton }: Username, others: readonly string[]): boolean =>
  [...reserved, ...others.map((name) => skeletonOf(foldName(name)))].includes(skeleton);
