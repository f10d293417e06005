import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { consumeLink, voidLinks } from '../access-links/access-link.store.ts';
import { readLink } from '../access-links/access-link.ts';
import { type SendResetNeeds, sendReset } from '../access-links/send-reset.ts';
import { lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import { takeEmailChangesBack } from '../end-email-changes.ts';
import { freezeChanges } from '../freeze.store.ts';
import { hasPassword } from '../intake.store.ts';
import { limitNetwork } from '../limit-network.ts';
import { endOtherAttempts } from '../log-in-attempts/held-attempt.store.ts';
import { setPassword } from '../passwords/password.store.ts';
import { nobodysHash } from '../passwords/password-hashing.ts';
import { endResetRequests } from '../second-factors/reset-request.store.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { addStaffTask } from '../staff-task.store.ts';
import { tellAccount } from '../tell-account.ts';
import { accountSecuredEmail } from './not-me.email.tsx';
import { listCodeNumbers } from './take-factors-back.store.ts';
import { takeFactorsBack } from './take-factors-back.ts';
import { type TextOfNotMeNeeds, textOfNotMe } from './text-of-not-me.ts';

export type SayNotMeNeeds = SendResetNeeds & TextOfNotMeNeeds & { audit: Audit };

export type SayNotMeOutcome =
  | { outcome: 'secured'; accountId: AccountId }
  /** `doneBefore`: the same link was sent before, or twice at once. */
  | { outcome: 'doneBefore' | 'dead' | 'notActive'; realm: Realm };

/**
 * Makes an account safe on the word of whoever holds its mailbox: ends every session, forgets every device, lets no
 * password open it until a new one is chosen by mail, puts the ways to get a code back to what they were, and freezes
 * what lets a person in until staff looked. It can let nobody in, so it asks for no log in.
 */
export async function sayNotMe(
  needs: SayNotMeNeeds,
  { secret, clientNetwork }: { secret: string; clientNetwork: string },
): Promise<SayNotMeOutcome> {
  await limitNetwork(needs, needs.database, 'code', clientNetwork);
  const { link, state } = await readLink(needs, secret, 'not-me');
  const realm = link?.realm ?? 'portal';
  if (state === 'used') return { outcome: 'doneBefore', realm };
  if (state !== 'live' || !link) return { outcome: 'dead', realm };
  return inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, link.accountId as AccountId);
    if (account?.state !== 'active') return { outcome: 'notActive', realm };
    const used = await consumeLink(tx, hashOfSecret(secret), 'not-me', needs.clock.now());
    if (!used) return { outcome: 'doneBefore', realm };
    await secure(needs, tx, account, { realm, createdAt: link.createdAt });
    const event = { action: 'not-me-said', actor: 'owner', subject: account.id, clientNetwork } as const;
    await needs.audit.record(tx, event);
    return { outcome: 'secured', accountId: account.id };
  });
}

async function secure(
  needs: SayNotMeNeeds,
  tx: Tx,
  account: Account,
  { realm, createdAt }: { realm: Realm; createdAt: Date },
): Promise<void> {
  const now = needs.clock.now();
  await endSessions(tx, account.id, 'not-me', now);
  await endOtherAttempts(tx, account.id, null, now);
  await revokeDevices(tx, account.id, now);
  await voidLinks(tx, account.id, now);
  await freezeChanges(tx, account.id, now);
  const numbers = await listCodeNumbers(tx, account.id);
  await takeFactorsBack(needs, tx, { account: account.id, since: createdAt, now });
  await textOfNotMe(needs, tx, account, [...numbers, ...(await listCodeNumbers(tx, account.id))]);
  await stopRequests(needs, tx, account.id, now);
  const record = { type: 'account', id: account.id };
  await addStaffTask(tx, needs.ids, { kind: 'not-me', record, now });
  await tellAccount(needs, tx, account, { kind: 'account-secured', write: accountSecuredEmail });
  await takeEmailChangesBack(needs, tx, account.id, now);
  if (!(await hasPassword(tx, account.id, realm))) return;
  await setPassword(tx, account.id, realm, nobodysHash, now);
  await sendReset(needs, tx, (await lockAccount(tx, account.id)) ?? account, realm);
}

/** Whoever asked for a reset knew a password that is worth nothing now; its owner can ask again. */
async function stopRequests({ audit }: SayNotMeNeeds, tx: Tx, subject: AccountId, now: Date): Promise<void> {
  for (const id of await endResetRequests(tx, subject, 'stopped', now))
    await audit.record(tx, {
      action: 'factor-reset-stopped',
      actor: 'owner',
      subject,
      record: { type: 'factor-reset', id },
    });
}
