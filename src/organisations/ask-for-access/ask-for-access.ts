import type { Audit } from '../../audit/index.ts';
import { after, days } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { limitNetwork } from '../limit-network.ts';
import type { Organisation } from '../organisation.ts';
import type { FindOrganisationNeeds } from '../organisation-by-code.ts';
import { accessAskedEmail } from './access-asked.email.tsx';
import { listMainContacts, type MainContact } from './ask-for-access.store.ts';
import { askForAccessWords } from './ask-for-access.words.ts';

export interface AskForAccessNeeds extends FindOrganisationNeeds {
  audit: Audit;
  keyRing: KeyRing;
  origin: string;
  sendEmail: SendEmail;
  settings: Pick<Settings, 'service' | 'organisations' | 'support'>;
}

export interface AccessAsked {
  fullName: string;
  email: string;
  clientNetwork: string;
}

/** Past it nothing is sent and nothing shows, so that nobody's mailbox can be filled from here. */
const requestsPerPractice = 10;

/** Passes a request on to whoever gives access. Nobody learns from here who that is, or who has an account. */
export async function askForAccess(
  needs: AskForAccessNeeds,
  practice: Organisation,
  asked: AccessAsked,
): Promise<void> {
  const now = needs.clock.now();
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'ask-for-access', asked.clientNetwork);
    const name = `access-asked:${practice.id}`;
    const use = await countUse(tx, { name, window: days(1), atMost: requestsPerPractice, now });
    if (use.allowed) await passOn(needs, tx, practice, asked);
    await needs.audit.record(tx, { action: 'access-asked', actor: 'anyone', organisation: practice.id });
  });
}

async function passOn(needs: AskForAccessNeeds, tx: Tx, practice: Organisation, asked: AccessAsked) {
  const mainContacts = await listMainContacts(tx, practice.id);
  const readers = mainContacts.length > 0 ? mainContacts : [supportInstead(needs)];
  for (const reader of readers) await tell(needs, tx, practice, asked, reader);
}

/** A practice whose every main contact has gone must not be a dead end. */
const supportInstead = (needs: AskForAccessNeeds) => ({
  email: needs.settings.support.email,
  language: null,
});

async function tell(
  needs: AskForAccessNeeds,
  tx: Tx,
  practice: Organisation,
  { fullName, email }: AccessAsked,
  reader: Omit<MainContact, 'accountId'> & Partial<MainContact>,
): Promise<void> {
  const language = reader.language ?? needs.settings.service.language;
  const facts = { practice: practice.name, fullName, email, origin: needs.origin };
  await needs.sendEmail(tx, {
    kind: 'access-asked',
    to: reader.email,
    language,
    message: accessAskedEmail(facts, wordsIn(askForAccessWords, language)),
    ...(reader.accountId && { accountId: reader.accountId }),
    organisationId: practice.id,
    expiresAt: after(needs.clock.now(), days(3)),
  });
}
