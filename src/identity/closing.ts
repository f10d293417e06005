import type { Audit } from '../audit/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { after, days } from '../kernel/duration.ts';
import type { Tx } from '../platform/database/database.ts';
import { voidLinks } from './access-links/access-link.store.ts';
import { type AccessLinkNeeds, issueLink } from './access-links/access-link.ts';
import { setState } from './account.store.ts';
import { type Account, languageOf } from './account.ts';
import { findRecoveryAddress } from './account-email.store.ts';
import { closedEmail } from './closing.email.tsx';
import type { OrganisationWatch } from './organisation-watch.ts';
import { revokeDevices } from './sessions/device.store.ts';
import { endSessions } from './sessions/session.store.ts';
import { finishStaffTask } from './staff-task.store.ts';
import type { TellAccountNeeds } from './tell-account.ts';

export type ClosingNeeds = {
  audit: Audit;
  organisationWatch: OrganisationWatch;
} & AccessLinkNeeds &
  TellAccountNeeds;

interface Closing {
  by: 'owner' | 'support';
  actor: Actor;
  reason?: string;
}

/** Closes an account that is held: nobody gets in any more, and after the time set it is erased by itself. */
export async function shutAccount(
  needs: ClosingNeeds,
  tx: Tx,
  account: Account,
  { by, actor, reason }: Closing,
): Promise<void> {
  const now = needs.clock.now();
  await setState(tx, account.id, 'closed', reason ?? null, now);
  await voidLinks(tx, account.id, now);
  await endSessions(tx, account.id, 'account-closed', now);
  await revokeDevices(tx, account.id, now);
  await needs.organisationWatch.settle(tx, account.id);
  const doneBy = by === 'support' ? actor.person.accountId : null;
  await finishStaffTask(tx, { kind: 'closing-asked', recordId: account.id, by: doneBy, now });
  await needs.audit.record(tx, {
    action: 'account-closed',
    actor,
    subject: account.id,
    ...(reason && { reason }),
  });
  await tellClosed(needs, tx, account, by);
}

/** The link goes where recovery goes, so that whoever took an account over cannot keep its owner from it. */
async function tellClosed(needs: ClosingNeeds, tx: Tx, account: Account, by: 'owner' | 'support') {
  const now = needs.clock.now();
  const life = needs.settings.retention.closedAccounts;
  const link =
    account.state === 'deactivated'
      ? undefined
      : await issueLink(needs, tx, {
          accountId: account.id,
          purpose: 'reopen-account',
          realm: 'portal',
          life,
        });
  const language = languageOf(account, needs.settings);
  const { origin, settings } = needs;
  const facts = { account, by, erasedAt: after(now, life), secret: link?.secret, origin, settings };
  await needs.sendEmail(tx, {
    kind: 'account-closed',
    to: await findRecoveryAddress(tx, account.id, now),
    language,
    message: closedEmail(facts, language),
    accountId: account.id,
    expiresAt: after(now, days(3)),
  });
}
