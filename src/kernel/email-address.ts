import { domainToASCII } from 'node:url';

/** An address as typed, for sending, and its one canonical form, for finding and for uniqueness. */
export interface EmailAddress {
  typed: string;
  canonical: string;
}

const longest = 254;

/** Reads an address; undefined when it cannot be one. NFKC, case fold and IDNA, never anything provider-specific. */
export function readEmailAddress(text: string): EmailAddress | undefined {
  const typed = text.trim();
  const at = typed.lastIndexOf('@');
  if (at < 1 || typed.length > longest || hasForbidden(typed)) return undefined;
  const local = typed.slice(0, at).normalize('NFKC');
  const domain = domainToASCII(typed.slice(at + 1).normalize('NFKC'));
  if (local.length > 64 || hasForbidden(local) || local.includes('@') || !isMailDomain(domain))
    return undefined;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  return { typed, canonical: `${local.toLowerCase()}@${domain}` };
}

/** Control characters, spaces and the characters that give an address list or a header a second meaning. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasForbidden = (text: string): boolean => /[\s\u0000-\u001f\u007f"(),:;<>[\\\]]/u.test(text);

const isMailDomain = (domain: string): boolean =>
  domain.length <= 253 && /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
