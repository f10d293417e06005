import { identify } from '../../src/identity/index.ts';
import type { Actor, Realm } from '../../src/kernel/actor.ts';
import { cookieName } from '../../src/platform/http/cookies.ts';
import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';

/** Whoever is logged in to a browser, as every request of theirs is judged; for calling an operation without its page. */
export const actorOf = (
  { needs, config }: Portal,
  { cookies }: Browser,
  realm: Realm = 'portal',
): Promise<Actor | undefined> =>
  identify(
    needs,
    cookies.get(cookieName(realm === 'support' ? 'support-session' : 'session', config.origin)),
    realm,
  );
