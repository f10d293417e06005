import { z } from 'zod';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Settings } from '../../platform/settings/settings.ts';

interface SentRequestNeeds {
  clock: Clock;
  keyRing: KeyRing;
  settings: Pick<Settings, 'recovery'>;
}

const requestSchema = z.object({
  typed: z.string(),
  canonical: z.string(),
  realm: z.enum(['portal', 'support']),
  askedAt: z.number(),
  again: z.boolean(),
});

/** What was asked for, as the browser of whoever asked carries it: nothing needs looking up to show or repeat it. */
export interface SentRequest {
  address: { typed: string; canonical: string };
  realm: Realm;
  /** From when it may be asked for again. */
  againAt: Date;
  /** Whether this was not the first time. */
  again: boolean;
}

const context = 'recovery';

/** The address of the page stays in the history of a browser that others use too. */
const shownFor = hours(1);

export function sealRequest(
  { clock, keyRing }: SentRequestNeeds,
  asked: { address: { typed: string; canonical: string }; realm: Realm; again: boolean },
): string {
  const { address, ...rest } = asked;
  const request = { ...address, ...rest, askedAt: clock.now().getTime() };
  return keyRing.seal('form-state', JSON.stringify(request), context).toString('base64url');
}

/** Nothing for anything that was not sealed here, exactly so and lately. */
export function openRequest(needs: SentRequestNeeds, sealed: unknown): SentRequest | undefined {
  if (typeof sealed !== 'string' || sealed === '') return undefined;
  const { data } = requestSchema.safeParse(unsealed(needs.keyRing, sealed));
  if (!data) return undefined;
  const { typed, canonical, realm, askedAt, again } = data;
  const againAt = after(new Date(askedAt), needs.settings.recovery.resendAfter);
  if (needs.clock.now() >= after(againAt, shownFor)) return undefined;
  return { address: { typed, canonical }, realm, againAt, again };
}

function unsealed(keyRing: KeyRing, sealed: string): unknown {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    // What Node passes over in base64 would travel on in a redirect.
    if (bytes.toString('base64url') !== sealed) return undefined;
    return JSON.parse(keyRing.open('form-state', bytes, context).toString());
  } catch {
    return undefined;
  }
}
