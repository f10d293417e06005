import { after, days, minutes } from '../../kernel/duration.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findById } from '../organisation.store.ts';
import type { Organisation } from '../organisation.ts';
import type { FindOrganisationNeeds } from '../organisation-by-code.ts';
import { accessAskedEmail, whoCanHelpEmail } from './access-asked.email.tsx';
import { findOwnPerson, takeAccessRequest } from './access-request.store.ts';
import { listMainContacts, type MainContact } from './ask-for-access.store.ts';
import { askForAccessWords } from './ask-for-access.words.ts';

export const passOnRequestsName = 'pass-on-access-requests';

export interface PassOnRequestsNeeds extends FindOrganisationNeeds {
  keyRing: KeyRing;
  sendEmail: SendEmail;
  settings: Pick<Settings, 'service' | 'organisations' | 'support'>;
}

/** Passes requests for access on, and tells people of the practice, and nobody else, who its main contact is. */
export const passOnRequestsWork = (needs: PassOnRequestsNeeds): DueWork => ({
  name: passOnRequestsName,
  every: minutes(1),
  runDue: () => inTransaction(needs.database, (tx) => passOnNext(needs, tx)),
});

async function passOnNext(needs: PassOnRequestsNeeds, tx: Tx): Promise<number> {
  const request = await takeAccessRequest(tx);
  if (!request) return 0;
  const practice = await findById(tx, request.organisationId);
  if (!practice) throw new Error('an organisation vanished while access to it was asked for');
  const mainContacts = await listMainContacts(tx, practice.id);
  const readers = mainContacts.length > 0 ? mainContacts : [supportInstead(needs)];
  for (const reader of readers) await passOn(needs, tx, practice, request, reader);
  await tellWhoCanHelp(needs, tx, practice, request.canonical, mainContacts);
  return 1;
}

/** A practice whose every main contact has gone must not be a dead end. */
const supportInstead = (needs: PassOnRequestsNeeds) => ({
  email: needs.settings.support.email,
  language: null,
});

async function passOn(
  needs: PassOnRequestsNeeds,
  tx: Tx,
  practice: Organisation,
  { fullName, email }: { fullName: string; email: string },
  reader: Pick<MainContact, 'email' | 'language'> & Partial<MainContact>,
): Promise<void> {
  const language = reader.language ?? needs.settings.service.language;
  const facts = { practice: practice.name, fullName, email, support: needs.settings.support };
  await needs.sendEmail(tx, {
    kind: 'access-asked',
    to: reader.email,
    language,
    message: accessAskedEmail(facts, wordsIn(askForAccessWords, language)),
    ...(reader.accountId && { accountId: reader.accountId }),
    ...aboutFor(needs, practice.id),
  });
}

/** However often somebody types another's address, its owner is not written to more often. */
const answersPerAddress = 2;

async function tellWhoCanHelp(
  needs: PassOnRequestsNeeds,
  tx: Tx,
  practice: Organisation,
  canonical: string,
  mainContacts: MainContact[],
): Promise<void> {
  const person = await findOwnPerson(tx, practice.id, canonical);
  const others = mainContacts.filter(({ accountId }) => accountId !== person?.accountId);
  if (!person || others.length === 0) return;
  const now = needs.clock.now();
  const name = `who-can-help:${needs.keyRing.mac('unknown-name', canonical)}`;
  const use = await countUse(tx, { name, window: days(1), atMost: answersPerAddress, now });
  if (!use.allowed) return;
  const language = (person.language as Language | null) ?? needs.settings.service.language;
  const { support } = needs.settings;
  const facts = {
    practice: practice.name,
    person: person.fullName,
    names: others.map((one) => one.fullName),
    support,
  };
  await needs.sendEmail(tx, {
    kind: 'who-can-help',
    to: person.email,
    language,
    message: whoCanHelpEmail(facts, wordsIn(askForAccessWords, language)),
    accountId: person.accountId,
    ...aboutFor(needs, practice.id),
  });
}

const aboutFor = ({ clock }: PassOnRequestsNeeds, organisationId: OrganisationId) => ({
  organisationId,
  expiresAt: after(clock.now(), days(3)),
});
