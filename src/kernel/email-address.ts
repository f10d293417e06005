import { domainToASCII } from 'node:url';

/** An address as typed, for sending, and its one canonical form, for finding and for uniqueness. */
export interface EmailAddress {
  /** In NFKC, so that mail never goes to another mailbox than the one that the canonical form names. */
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
  const domainTyped = typed.slice(at + 1).normalize('NFKC');
  const domain = holdsLabelsOnly(domainTyped) ? domainToASCII(domainTyped) : '';
  if (local.length > 64 || hasForbidden(local) || local.includes('@') || !isMailDomain(domain))
    return undefined;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  return { typed: `${local}@${domainTyped}`, canonical: `${local.toLowerCase()}@${domain}` };
}

/** Control and invisible characters, halves of some, spaces, and what gives an address list or a header a second meaning. */
const hasForbidden = (text: string): boolean => /[\s\p{Cc}\p{Cf}\p{Cs}"(),:;<>[\\\]]/u.test(text);

/** `domainToASCII` reads as a browser does: it ends at `/`, `?` and `#`, undoes `%65`, and drops what cannot be seen. */
const holdsLabelsOnly = (domain: string): boolean => /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain);

const isMailDomain = (domain: string): boolean =>
  domain.length <= 253 && /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
