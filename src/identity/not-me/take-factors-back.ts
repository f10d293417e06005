import type { Audit } from '../../audit/index.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import {
  type FactorThen,
  listFactorsSince,
  putFactorsBack,
  removeFactors,
} from './take-factors-back.store.ts';

/**
 * Puts the ways to get a code back to what they were when the link was made. Never so that an account that has one ends
 * with none: then an old link in a stolen mailbox would do away with the code, so all stays and staff look.
 */
export async function takeFactorsBack(
  { audit }: { audit: Audit },
  tx: Tx,
  { account, since, now }: { account: AccountId; since: Date; now: Date },
): Promise<void> {
  const all = await listFactorsSince(tx, account, since);
  for (const realm of ['portal', 'support'] as const) {
    const those = all.filter((factor) => factor.realm === realm);
    const added = those.filter(({ isInUse, wasThere }) => isInUse && !wasThere);
    const removed = those.filter(({ isInUse, wasThere }) => !isInUse && wasThere);
    if (added.length + removed.length === 0) continue;
    if (leavesNone(those)) {
      await audit.record(tx, { action: 'factors-left', actor: 'owner', subject: account });
      continue;
    }
    if (added.length > 0) await removeFactors(tx, idsOf(added), now);
    if (removed.length > 0) await putFactorsBack(tx, idsOf(removed));
    await note(audit, tx, account, { added, removed });
  }
}

const leavesNone = (those: readonly FactorThen[]): boolean =>
  those.some(({ isInUse, proves }) => isInUse && proves) &&
  !those.some(({ wasThere, proves }) => wasThere && proves);

const idsOf = (factors: readonly FactorThen[]) => factors.map(({ id }) => id);

async function note(
  audit: Audit,
  tx: Tx,
  subject: AccountId,
  { added, removed }: { added: readonly FactorThen[]; removed: readonly FactorThen[] },
): Promise<void> {
  const event = ({ id, kind, name }: FactorThen) => ({
    actor: 'owner' as const,
    subject,
    record: { type: 'factor', id },
    detail: { kind, ...(name && { name }) },
  });
  for (const factor of added) await audit.record(tx, { action: 'factor-taken-back', ...event(factor) });
  for (const factor of removed) await audit.record(tx, { action: 'factor-put-back', ...event(factor) });
}
