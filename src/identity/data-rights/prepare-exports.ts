import { after, minutes } from '../../kernel/duration.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { PersonalData, PersonalDataHolder } from '../../platform/database/personal-data.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findAccount } from '../account.store.ts';
import { dataSubject } from '../personal-data.ts';
import { tellAccount } from '../tell-account.ts';
import { copyReadyEmail } from './data-export.email.tsx';
import {
  claimExport,
  keepExport,
  removeExport,
  removePastExports,
  type WaitingExport,
} from './data-export.store.ts';
import { type DataCopy, type DataExportNeeds, prepareExportsName } from './data-export.ts';

export interface PrepareExportsNeeds extends DataExportNeeds {
  holders: readonly PersonalDataHolder[];
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

/** Collects, seals and announces what people asked for; one person a look. */
export const prepareExportsWork = (needs: PrepareExportsNeeds): DueWork => ({
  name: prepareExportsName,
  every: minutes(1),
  runDue: (now) =>
    inTransaction(needs.database, async (tx) => {
      const waiting = await claimExport(tx);
      if (!waiting) return 0;
      await prepare(needs, tx, waiting, now);
      return 1;
    }),
});

/** Erases copies whose time is over, fetched or not. */
export const forgetExportsWork = ({ database }: Pick<PrepareExportsNeeds, 'database'>): DueWork => ({
  name: 'forget-copies-of-data',
  every: minutes(10),
  runDue: async (now) => Number((await removePastExports(database, now)).numDeletedRows),
});

async function prepare(needs: PrepareExportsNeeds, tx: Tx, { id, accountId }: WaitingExport, now: Date) {
  const account = await findAccount(tx, accountId);
  if (account?.state !== 'active') {
    await removeExport(tx, accountId);
    return;
  }
  const { service, retention } = needs.settings;
  const copy: DataCopy = {
    format: 'gatehouse-personal-data',
    version: 1,
    service: service.name,
    preparedAt: now.toISOString(),
    sections: await collect(needs, tx, accountId),
  };
  const sealed = needs.keyRing.seal('data-rights', JSON.stringify(copy), id);
  const expiresAt = after(now, retention.exports);
  await keepExport(tx, id, { sealed, now, expiresAt });
  await needs.audit.record(tx, { action: 'data-copy-ready', actor: 'system', subject: accountId });
  await tellAccount(needs, tx, account, {
    kind: 'data-copy-ready',
    write: (notice, language) => copyReadyEmail({ ...notice, expiresAt }, language),
  });
}

async function collect(needs: PrepareExportsNeeds, tx: Tx, accountId: WaitingExport['accountId']) {
  const person = await dataSubject(tx, accountId);
  const sections: PersonalData = {};
  for (const holder of needs.holders) Object.assign(sections, await holder.collect(tx, person));
  return sections;
}
