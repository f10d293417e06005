import type { Audit } from '../../audit/index.ts';
import { addStaffTask } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { days } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { limitNetwork } from '../limit-network.ts';
import type { Organisation } from '../places/organisation.ts';
import { type FindOrganisationNeeds, standingNow } from '../places/organisation-by-code.ts';
import { askMailbox } from './ask-mailbox.ts';
import type { WholeJourney } from './journey.ts';
import { addRegistration, findReference } from './register-organisation.store.ts';
import { registerOrganisationWords } from './register-organisation.words.ts';
import { registrationReceivedEmail } from './registration-received.email.tsx';

export interface RegisterOrganisationNeeds extends FindOrganisationNeeds {
  audit: Audit;
  ids: Ids;
  keyRing: KeyRing;
  origin: string;
  secrets: Secrets;
  sendEmail: SendEmail;
  settings: Pick<Settings, 'service' | 'organisations' | 'support'>;
}

export type RegisterOrganisationOutcome =
  | { outcome: 'sent'; reference: string }
  | { outcome: 'no-longer-registrable' };

const confirmationsPerAddress = 3;

/** Takes a registration down for staff to check. The same steps for any address, known here or not. */
export async function registerOrganisation(
  needs: RegisterOrganisationNeeds,
  practice: Organisation,
  journey: WholeJourney,
  from: { clientNetwork: string; language: Language },
): Promise<RegisterOrganisationOutcome> {
  if (standingNow(needs, practice) !== 'registrable') return { outcome: 'no-longer-registrable' };
  return inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'register', from.clientNetwork);
    const taken = { practice, journey, language: from.language, by: 'anyone' } as const;
    return { outcome: 'sent', reference: await takeRegistration(needs, tx, taken) };
  });
}

export interface TakenRegistration {
  practice: Organisation;
  journey: Pick<WholeJourney, 'id' | 'you' | 'mailbox'>;
  language: Language;
  /** Staff, where they fill it in for whoever asked them. */
  by: Actor | 'anyone';
}

/** Writes a registration down for staff to check and tells whoever it is for; a second time it gives its reference. */
export async function takeRegistration(
  needs: RegisterOrganisationNeeds,
  tx: Tx,
  taken: TakenRegistration,
): Promise<string> {
  const { practice, journey, language, by } = taken;
  const reference = needs.ids.reference();
  if (!(await addRegistration(tx, newRegistration(needs, practice, journey, reference, language))))
    return findReference(tx, journey.id);
  await giveToStaff(needs, tx, practice, { id: journey.id, reference }, by);
  if (needs.settings.organisations.automaticApproval) {
    const { id: registrationId, mailbox } = journey;
    await askMailbox(needs, tx, practice, { registrationId, mailbox, language });
  }
  await confirmByEmail(needs, tx, practice, reference, journey.you.email, language);
  return reference;
}

function newRegistration(
  needs: RegisterOrganisationNeeds,
  practice: Organisation,
  journey: TakenRegistration['journey'],
  reference: string,
  language: Language,
) {
  const { fullName, phone } = journey.you;
  const { id, mailbox } = journey;
  const email = addressOf(journey.you.email);
  return {
    id,
    reference,
    organisationId: practice.id,
    fullName,
    email,
    phone,
    mailbox,
    language,
    now: needs.clock.now(),
  };
}

function addressOf(typed: string) {
  const address = readEmailAddress(typed);
  if (!address) throw new Error('a journey holds only addresses that were read');
  return address;
}

interface SentRegistration {
  id: string;
  /** The one the person was given: whoever calls is found by it. */
  reference: string;
}

async function giveToStaff(
  needs: RegisterOrganisationNeeds,
  tx: Tx,
  practice: Organisation,
  sent: SentRegistration,
  by: TakenRegistration['by'],
) {
  const record = { type: 'registration', id: sent.id };
  const task = { kind: 'check-registration', record, organisation: practice.id, reference: sent.reference };
  await addStaffTask(tx, needs.ids, { ...task, now: needs.clock.now() });
  await needs.audit.record(tx, {
    action: 'registration-sent',
    actor: by,
    organisation: practice.id,
    record,
  });
}

/** Past the limit nothing is sent and nothing shows, so that nobody's mailbox can be filled from here. */
async function confirmByEmail(
  needs: RegisterOrganisationNeeds,
  tx: Tx,
  practice: Organisation,
  reference: string,
  to: string,
  language: Language,
): Promise<void> {
  const now = needs.clock.now();
  const name = `registration-received:${needs.keyRing.mac('unknown-name', addressOf(to).canonical)}`;
  const use = await countUse(tx, { name, window: days(1), atMost: confirmationsPerAddress, now });
  if (!use.allowed) return;
  const words = wordsIn(registerOrganisationWords, language);
  await needs.sendEmail(tx, {
    kind: 'registration-received',
    to,
    language,
    message: registrationReceivedEmail({ practice, reference, support: needs.settings.support }, words),
    organisationId: practice.id,
    expiresAt: new Date(now.getTime() + days(3)),
  });
}
