import type { Audit } from '../audit/index.ts';
import {
  addMembership,
  addReadyAccount,
  findAccountByEmail,
  type PasswordHasher,
} from '../identity/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { Ids } from '../kernel/ids.ts';
import { wordsIn } from '../kernel/words.ts';
import { fillSandboxRegister, markRegistered } from '../organisations/index.ts';
import { type Database, inTransaction, type Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { ensureOperator } from '../support/index.ts';
import { type DemoPerson, demoPeople, demoPractice } from './demo-people.ts';
import { sandboxWords } from './sandbox.words.ts';

export interface FillSandboxNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  hasher: PasswordHasher;
  ids: Ids;
  settings: Settings;
}

/** Brings in the invented register and the demo people; what is there already stays as people left it. */
export async function fillSandbox(needs: FillSandboxNeeds, onStep: (step: string) => void): Promise<void> {
  onStep(wordsIn(sandboxWords, 'en').filling);
  await fillSandboxRegister(needs);
  for (const person of demoPeople) await addDemoPerson(needs, person);
}

async function addDemoPerson(needs: FillSandboxNeeds, person: DemoPerson): Promise<void> {
  const email = readEmailAddress(person.email);
  if (!email) throw new Error(`the demo person ${person.key} has no proper address`);
  if (await findAccountByEmail(needs.database, email.canonical)) return;
  const passwordHash = await needs.hasher.hash(person.password);
  await inTransaction(needs.database, async (tx) => {
    const { name: fullName, realm } = person;
    const accountId = await addReadyAccount(needs, tx, {
      fullName,
      email,
      language: 'en',
      realm,
      passwordHash,
    });
    const organisationId = await organisationOf(needs, tx, person);
    const { service, role } = person;
    const now = needs.clock.now();
    await addMembership(tx, needs.ids, { accountId, organisationId, service, role, givenBy: null, now });
    await needs.audit.record(tx, { action: 'demo-person-added', actor: 'system', subject: accountId });
  });
}

const organisationOf = (needs: FillSandboxNeeds, tx: Tx, person: DemoPerson) =>
  person.realm === 'support'
    ? ensureOperator(needs, tx)
    : markRegistered(tx, demoPractice.code, demoPractice.mailbox, needs.clock.now());
