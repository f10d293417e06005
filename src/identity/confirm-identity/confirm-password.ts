import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import {
  checkOwnPassword,
  type OwnPasswordNeeds,
  type OwnPasswordOutcome,
} from '../lockout/check-own-password.ts';
import { clearLane } from '../lockout/entry-lane.ts';
import { isStillPassword } from '../passwords/password.store.ts';
import { renewPassword } from '../passwords/renew-password.ts';
import { renewSession } from '../sessions/renew-session.ts';
import { type FindWaysNeeds, findWays } from './find-ways.ts';

export type ConfirmPasswordNeeds = OwnPasswordNeeds & FindWaysNeeds & { secrets: Secrets };

type Right = Extract<OwnPasswordOutcome, { outcome: 'right' }>;

export type ConfirmPasswordOutcome =
  /** `token`: what the session goes on under; none when the same page was sent twice and the other was first. */
  | { outcome: 'confirmed'; token: string | undefined }
  /** The password was changed or the account stopped while it was being checked. */
  | { outcome: 'changed-meanwhile' }
  /** There is none, or it does not count so soon after a reset by email. */
  | { outcome: 'not-a-way' }
  | Exclude<OwnPasswordOutcome, Right>;

/** Takes the password of somebody who is logged in once more; the session goes on under a new token. */
export const confirmPassword = (
  needs: ConfirmPasswordNeeds,
  actor: Actor | undefined,
  typed: { password: string; token: string; clientNetwork: string },
): Promise<ConfirmPasswordOutcome> =>
  needs.hasher.admit(async () => {
    ask(loggedIn, actor, undefined);
    if (!(await findWays(needs, actor)).password) return { outcome: 'not-a-way' };
    const checked = await checkOwnPassword(needs, actor, typed);
    return checked.outcome === 'right' ? confirm(needs, actor, checked, typed.token) : checked;
  }, 'first');

const confirm = (
  needs: ConfirmPasswordNeeds,
  actor: Actor,
  { hash, lane, check }: Right,
  current: string,
): Promise<ConfirmPasswordOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { accountId, realm } = actor.person;
    const account = await lockAccount(tx, accountId);
    if (account?.state !== 'active' || !(await isStillPassword(tx, accountId, realm, hash)))
      return { outcome: 'changed-meanwhile' };
    await clearLane(tx, lane);
    if (check.renewed) await renewPassword(needs, tx, { account: accountId, realm, hash: check.renewed });
    const token = await renewSession(needs, tx, actor, current);
    if (token) await needs.audit.record(tx, { action: 'password-confirmed', actor });
    return { outcome: 'confirmed', token };
  });
