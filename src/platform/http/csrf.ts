import type { KeyRing } from '../../kernel/key-ring.ts';
import { equalInConstantTime, type Secrets } from '../../kernel/secrets.ts';
import type { CookieJar } from './cookies.ts';

interface CsrfNeeds {
  keyRing: KeyRing;
  secrets: Secrets;
}

/** A keyed hash of the browser's visitor cookie and its session: worthless in any other browser or after log in. */
export function csrfToken(needs: CsrfNeeds, jar: CookieJar, sessionId: string | undefined): string {
  return needs.keyRing.mac('csrf', bound(visitorOf(needs, jar), sessionId));
}

export function isFresh(
  needs: CsrfNeeds,
  jar: CookieJar,
  sessionId: string | undefined,
  token: unknown,
): boolean {
  const visitor = jar.read('visitor');
  if (!visitor || typeof token !== 'string') return false;
  const expected = needs.keyRing.macs('csrf', bound(visitor, sessionId));
  return expected.some((mac) => equalInConstantTime(mac, token));
}

const bound = (visitor: string, sessionId: string | undefined) => `${visitor}|${sessionId ?? ''}`;

function visitorOf(needs: CsrfNeeds, jar: CookieJar): string {
  const known = jar.read('visitor');
  if (known && known.length >= 40) return known;
  const fresh = needs.secrets.issue().plain;
  jar.write('visitor', fresh);
  return fresh;
}
