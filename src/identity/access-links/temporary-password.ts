import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { exchangedCode } from './access-link.store.ts';
import { type AccessLinkNeeds, codeMacs, type LinkState, stateOf } from './access-link.ts';
import { findResetByCode, renewSecret } from './temporary-password.store.ts';

/** Staff always get a link: their log in opens more than their own account. */
export const sendsTemporaryPassword = (settings: Pick<Settings, 'recovery'>, realm: Realm): boolean =>
  settings.recovery.sends === 'temporary-password' && realm === 'portal';

/** 58 random bits: no number of tries finds one, so no counter of tries is needed that a stranger could use up. */
export const drawTemporaryPassword = (needs: Pick<AccessLinkNeeds, 'secrets'>): string =>
  needs.secrets.speakable(3);

export interface TypedTemporaryPassword {
  linkId: string;
  state: Exclude<LinkState, 'unknown'>;
}

type LookNeeds = Pick<AccessLinkNeeds, 'clock' | 'keyRing'>;

/** Whether what was typed is a temporary password that was ever sent to this account, and what became of it. */
export async function lookForTemporaryPassword(
  needs: LookNeeds,
  db: Queryable,
  typed: { account: AccountId; realm: Realm; password: string },
): Promise<TypedTemporaryPassword | undefined> {
  const macs = codeMacs(needs, typed.account, typed.password).flatMap((mac) => [mac, exchangedCode(mac)]);
  const link = await findResetByCode(db, typed.account, typed.realm, macs);
  const state = stateOf(link, needs.clock.now());
  return link && state !== 'unknown' ? { linkId: link.id, state } : undefined;
}

/** The secret that leads to choosing a new password, in exchange for the temporary one; nothing when it just ended. */
export async function exchangeTemporaryPassword(
  needs: Pick<AccessLinkNeeds, 'clock' | 'secrets'>,
  tx: Tx,
  linkId: string,
): Promise<string | undefined> {
  const fresh = needs.secrets.issue();
  const renewed = await renewSecret(tx, linkId, fresh.hash, needs.clock.now());
  return renewed && fresh.plain;
}
