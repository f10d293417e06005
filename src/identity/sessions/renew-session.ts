import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { before } from '../../kernel/duration.ts';
import { NotConfirmed } from '../../kernel/endings.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { endSessionsExcept, replaceToken } from './renew-session.store.ts';

export interface ConfirmedNeeds {
  clock: Clock;
  settings: Pick<Settings, 'session'>;
}

/** Whether a password or factor was given recently enough for a step that needs it fresh. */
export const isConfirmed = ({ clock, settings }: ConfirmedNeeds, actor: Actor): boolean =>
  actor.person.authenticatedAt > before(clock.now(), settings.session.stepUpWithin);

/** Asked by the operation itself, whatever route led to it: sends the person to prove who they are, and back. */
export function askFresh(needs: ConfirmedNeeds, actor: Actor): void {
  if (!isConfirmed(needs, actor)) throw new NotConfirmed();
}

/**
 * Gives the actor's own session a new token after a password or factor was given or changed; the old one is dead (ASVS
 * 7.2.4). Hand it on with `giveRenewedToken`. Nothing when the session ended meanwhile, or when `replaces` is named and
 * another request was first.
 */
export async function renewSession(
  needs: { clock: Clock; secrets: Secrets },
  tx: Tx,
  actor: Actor,
  replaces?: string,
  { factorProven } = { factorProven: false },
): Promise<string | undefined> {
  const token = needs.secrets.issue();
  const replacing = { hash: token.hash, replaces: replaces && hashOfSecret(replaces), factorProven };
  const done = await replaceToken(tx, actor.person.sessionId, replacing, needs.clock.now());
  return done ? token.plain : undefined;
}

/** Ends every session of the actor's account but their own, in both realms. */
export const endOtherSessions = (tx: Tx, actor: Actor, because: string, now: Date) =>
  endSessionsExcept(tx, actor.person.accountId, actor.person.sessionId, because, now);
