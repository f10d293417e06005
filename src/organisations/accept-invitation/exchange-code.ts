import type { Clock } from '../../kernel/clock.ts';
import { days } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { invitationCodeMacs } from '../invitations/invitation-code.ts';
import { limitNetwork } from '../limit-network.ts';
import { exchangeForLink, takeCodeTries } from './accept-invitation.store.ts';

export interface ExchangeCodeNeeds {
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'recovery'>;
}

/**
 * Turns the code of an invitation into a link of it, once. Each call costs a try of every invitation at the address, and
 * one of the address's tries of the day, taken before any code is compared; an unknown address costs the same.
 */
export async function exchangeInvitationCode(
  needs: ExchangeCodeNeeds,
  { email, code, clientNetwork }: { email: string; code: string; clientNetwork: string },
): Promise<{ outcome: 'exchanged'; link: string } | { outcome: 'refused' }> {
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    await limitNetwork(needs, tx, 'invitation-code', clientNetwork);
    const { codeTries, codeTriesPerDay } = needs.settings.recovery;
    const name = `invitation-code:${needs.keyRing.mac('unknown-name', email)}`;
    const today = await countUse(tx, { name, window: days(1), atMost: codeTriesPerDay, now });
    if (!today.allowed) return { outcome: 'refused' };
    const tried = await takeCodeTries(tx, email, codeTries, now);
    const right = tried.find(({ memberId, codeMac }) =>
      invitationCodeMacs(needs.keyRing, memberId, code).includes(codeMac),
    );
    if (!right) return { outcome: 'refused' };
    const { plain, hash } = needs.secrets.issue();
    const { rows } = await exchangeForLink(tx, right, hash);
    return rows.length > 0 ? { outcome: 'exchanged', link: plain } : { outcome: 'refused' };
  });
}
