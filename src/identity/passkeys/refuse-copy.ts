import type { Audit } from '../../audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import type { Account } from '../account.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import { areEnough } from '../second-factors/factor-policy.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { doubtPasskey, stopPasskey } from './passkey.store.ts';
import type { Passkey } from './passkey.ts';
import { passkeyCopiedEmail } from './passkey-copied.email.tsx';

export type RefuseCopyNeeds = AccessLinkNeeds & TellAccountNeeds & { audit: Audit };

/**
 * A counter that went back means that there are two of a passkey, or that its maker counts badly. It is stopped where
 * another way is enough; the only one stays, but never again in the place of a password (decision 18).
 */
export async function refuseCopy(
  needs: RefuseCopyNeeds,
  tx: Tx,
  account: Account,
  { passkey, clientNetwork }: { passkey: Passkey; clientNetwork: string },
): Promise<void> {
  const now = needs.clock.now();
  const { id, realm } = passkey;
  const isNew = await doubtPasskey(tx, id, now);
  const others = (await listFactors(tx, account.id, realm)).filter((factor) => factor.id !== id);
  const isStopped = areEnough(needs.settings.secondFactor, others);
  if (isStopped) await stopPasskey(tx, id, now);
  await needs.audit.record(tx, {
    action: 'passkey-copied',
    actor: 'anyone',
    subject: account.id,
    record: { type: 'factor', id },
    clientNetwork,
  });
  if (isNew) await tell(needs, tx, account, { passkey, isStopped });
}

/** Once, however often its copy is tried. */
async function tell(
  needs: RefuseCopyNeeds,
  tx: Tx,
  account: Account,
  copied: { passkey: Passkey; isStopped: boolean },
) {
  const notMe = await issueNotMeLink(needs, tx, account.id, copied.passkey.realm);
  await tellAccount(needs, tx, account, {
    kind: 'passkey-copied',
    write: (notice, language) => passkeyCopiedEmail({ ...notice, ...copied, notMe }, language),
  });
}
