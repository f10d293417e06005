import type { Actor } from '../../kernel/actor.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { ask } from '../../kernel/policy.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findOrganisationByCode } from '../places/organisation-by-code.ts';
import { manageRegistrations } from '../policy.ts';
import { type RegisterOrganisationNeeds, takeRegistration } from './register-organisation.ts';

/** What staff were told by somebody who asked them to register their organisation. */
export interface RegistrationFor {
  /** Of what it comes from, so that completing it twice makes one. */
  id: string;
  code: string;
  fullName: string;
  email: EmailAddress;
  phone: string;
  /** The organisation's own, which outlives whoever registers it. */
  mailbox: EmailAddress;
  language: Language;
}

export type RegisterForOutcome =
  | { outcome: 'registered'; reference: string }
  /** No such organisation, one that registers through another, or one that is registered or closed. */
  | { outcome: 'not-registrable' };

/** Fills in a registration for somebody who asked support for it. It is checked and decided as any other. */
export async function registerFor(
  needs: RegisterOrganisationNeeds,
  tx: Tx,
  actor: Actor | undefined,
  registration: RegistrationFor,
): Promise<RegisterForOutcome> {
  ask(manageRegistrations, actor, undefined);
  const { id, code, fullName, email, phone, mailbox, language } = registration;
  const found = await findOrganisationByCode({ ...needs, database: tx }, code);
  if (found.outcome !== 'registrable') return { outcome: 'not-registrable' };
  const journey = { id, you: { fullName, email: email.typed, phone }, mailbox: mailbox.typed };
  const taken = { practice: found.practice, journey, language, by: actor };
  return { outcome: 'registered', reference: await takeRegistration(needs, tx, taken) };
}
