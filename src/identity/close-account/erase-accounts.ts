import type { Audit } from '../../audit/index.ts';
import { before, hours } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { PersonalDataHolder } from '../../platform/database/personal-data.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { OrganisationWatch } from '../organisation-watch.ts';
import { dataSubject } from '../personal-data.ts';
import { holdDueAccount } from './erase-accounts.store.ts';

export interface EraseAccountsNeeds {
  audit: Audit;
  database: Database;
  holders: readonly PersonalDataHolder[];
  organisationWatch: OrganisationWatch;
  settings: Pick<Settings, 'retention'>;
}

/** Erases closed accounts and unused invitations once their time is over; one person a transaction. */
export const eraseAccountsWork = (needs: EraseAccountsNeeds): DueWork => ({
  name: 'erase-accounts',
  every: hours(1),
  runDue: (now) => inTransaction(needs.database, (tx) => eraseNext(needs, tx, now)),
});

/** The events come first and hold only ids: afterwards there is no key to seal anything more with. */
async function eraseNext(needs: EraseAccountsNeeds, tx: Tx, now: Date): Promise<number> {
  const { closedAccounts, unusedInvitations } = needs.settings.retention;
  const times = { closedBefore: before(now, closedAccounts), invitedBefore: before(now, unusedInvitations) };
  const due = await holdDueAccount(tx, times);
  if (!due) return 0;
  const action = due.state === 'closed' ? 'account-erased' : 'invitation-erased';
  await needs.organisationWatch.endAccess(tx, due.id);
  await needs.audit.record(tx, { action, actor: 'system', subject: due.id });
  const person = await dataSubject(tx, due.id);
  for (const holder of needs.holders) await holder.erase(tx, person);
  return 1;
}
