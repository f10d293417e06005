import type { Realm } from '../../kernel/actor.ts';
import { days } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { notMeAddress } from '../addresses.ts';
import { type AccessLinkNeeds, issueLink } from './access-link.ts';

/** Long enough to come back from a week away. */
const notMeLife = days(7);

/**
 * The address for "this was not me" in a notice. Each notice's own works until it ends, however many are sent, and takes
 * back what was changed since it was made, or since the moment given.
 */
export async function issueNotMeLink(
  needs: AccessLinkNeeds & { origin: string },
  tx: Tx,
  accountId: AccountId,
  realm: Realm,
  since?: Date,
): Promise<string> {
  const link = await issueLink(needs, tx, { accountId, purpose: 'not-me', realm, life: notMeLife, since });
  return `${needs.origin}${notMeAddress}?link=${link.secret}`;
}
