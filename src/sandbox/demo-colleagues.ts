import { addReadyAccount, findAccountByEmail } from '../identity/index.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId } from '../kernel/ids.ts';
import { addSandboxMember, markRegistered } from '../organisations/index.ts';
import { inTransaction, type Tx } from '../platform/database/database.ts';
import { type DemoColleague, demoColleagues, demoPeople, demoPractice } from './demo-people.ts';
import type { FillSandboxNeeds } from './fill-sandbox.ts';

/** Once: what people did with the list since stays. */
export async function addDemoColleagues(needs: FillSandboxNeeds): Promise<void> {
  const mainContact = demoPeople.find(({ key }) => key === 'main-contact');
  const by = mainContact && (await findAccountByEmail(needs.database, mainContact.email));
  const [first] = demoColleagues;
  if (!by || !first || (await findAccountByEmail(needs.database, first.email))) return;
  await inTransaction(needs.database, async (tx) => {
    for (const colleague of demoColleagues) await addColleague(needs, tx, colleague, by.id);
  });
}

async function addColleague(needs: FillSandboxNeeds, tx: Tx, person: DemoColleague, by: AccountId) {
  const { code, mailbox } = demoPractice;
  const organisationId = await markRegistered(tx, code, mailbox, needs.clock.now());
  const { name: fullName, email: address, ...rest } = person;
  const email = readEmailAddress(address);
  if (!email) throw new Error(`${fullName} has no proper address`);
  const language = needs.settings.service.language;
  const account = { fullName, email, language, realm: 'portal', passwordHash: null } as const;
  const accountId = person.isInvited ? null : await addReadyAccount(needs, tx, account);
  const id = await addSandboxMember(needs, tx, { ...rest, fullName, email, organisationId, accountId, by });
  await needs.audit.record(tx, {
    action: 'demo-person-added',
    actor: 'system',
    ...(accountId && { subject: accountId }),
    organisation: organisationId,
    record: { type: 'member', id },
  });
}
