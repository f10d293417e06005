import type { Audit } from '../audit/index.ts';
import {
  addMembership,
  addReadyAccount,
  addReadyFactor,
  findAccountByEmail,
  type PasswordHasher,
} from '../identity/index.ts';
import type { Realm } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId, Ids } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import { readPhoneNumber } from '../kernel/phone-number.ts';
import { readUsername } from '../kernel/username.ts';
import { wordsIn } from '../kernel/words.ts';
import { addReadyMember, fillSandboxRegister, markRegistered } from '../organisations/index.ts';
import { type Database, inTransaction, type Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { ensureOperator } from '../support/index.ts';
import { codesOf, demoNumber, demoSecret } from './demo-codes.ts';
import { addDemoColleagues } from './demo-colleagues.ts';
import { type DemoPerson, demoPeopleOf, demoPractice, occupationOf } from './demo-people.ts';
import { addDemoTickets, type DemoTicketNeeds } from './demo-tickets.ts';
import { sandboxWords } from './sandbox.words.ts';

export interface FillSandboxNeeds extends DemoTicketNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  hasher: PasswordHasher;
  ids: Ids;
  keyRing: KeyRing;
  settings: Settings;
}

/** Brings in the invented register and the demo people; what is there already stays as people left it. */
export async function fillSandbox(needs: FillSandboxNeeds, onStep: (step: string) => void): Promise<void> {
  onStep(wordsIn(sandboxWords, 'en').filling);
  if (needs.settings.organisations.registration) await fillSandboxRegister(needs);
  for (const person of demoPeopleOf(needs.settings)) await addDemoPerson(needs, person);
  if (needs.settings.organisations.registration) await addDemoColleagues(needs);
  await addDemoTickets(needs);
}

async function addDemoPerson(needs: FillSandboxNeeds, person: DemoPerson): Promise<void> {
  const email = readEmailAddress(person.email);
  if (!email) throw new Error(`the demo person ${person.key} has no proper address`);
  if (await findAccountByEmail(needs.database, email.canonical)) return;
  const passwordHash = await needs.hasher.hash(person.password);
  const { accounts } = needs.settings;
  const username = accounts.usernames === 'chosen' ? readUsername(person.username ?? '') : undefined;
  const occupation = occupationOf(person, needs.settings);
  await inTransaction(needs.database, async (tx) => {
    const accountId = await addReadyAccount(needs, tx, {
      fullName: person.name,
      email,
      ...(username && { username }),
      ...(occupation && { occupation }),
      language: needs.settings.service.language,
      realm: person.realm,
      passwordHash,
    });
    if (person.role) await giveRole(needs, tx, accountId, person.realm, person.role);
    if (codesOf(person, needs.settings) === 'has') await giveCodes(needs, tx, accountId, person);
    await needs.audit.record(tx, { action: 'demo-person-added', actor: 'system', subject: accountId });
  });
}

/** An app, and for people of the portal a number too, so that another way can be tried. */
async function giveCodes(needs: FillSandboxNeeds, tx: Tx, accountId: AccountId, person: DemoPerson) {
  const whose = { accountId, realm: person.realm };
  const app = { kind: 'authenticator', name: '', secret: demoSecret(person), lastStep: 0 } as const;
  await addReadyFactor(needs, tx, whose, app);
  const phone = readPhoneNumber(demoNumber);
  if (person.realm === 'portal' && phone) await addReadyFactor(needs, tx, whose, { kind: 'text', phone });
}

async function giveRole(needs: FillSandboxNeeds, tx: Tx, accountId: AccountId, service: Realm, role: string) {
  const now = needs.clock.now();
  if (service === 'support') {
    const organisationId = await ensureOperator(needs, tx);
    await addMembership(tx, needs.ids, { accountId, organisationId, service, role, givenBy: null, now });
    return;
  }
  const organisationId = await markRegistered(tx, demoPractice.code, demoPractice.mailbox, now);
  await addReadyMember(needs, tx, { accountId, organisationId, roles: [{ service, role }], by: null });
}
