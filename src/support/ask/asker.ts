import type { Actor } from '../../kernel/actor.ts';
import { type EmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Database } from '../../platform/database/database.ts';
import { findOwnAddress } from './ask.store.ts';

/** Whoever asks and is logged in, to the portal or to support: their address is proven, so nothing of it is asked. */
export interface KnownAsker {
  actor: Actor;
  /** Their portal account; nothing for who is known to support alone. */
  accountId: AccountId | undefined;
  fullName: string;
  address: EmailAddress;
  organisationId: OrganisationId | undefined;
}

export async function knownAsker(
  { database }: { database: Database },
  actor: Actor | undefined,
): Promise<KnownAsker | undefined> {
  const typed = actor && (await findOwnAddress(database, actor));
  const address = typed && readEmailAddress(typed);
  if (!address) return undefined;
  const { name: fullName, organisation, realm } = actor.person;
  const accountId = realm === 'portal' ? actor.subject : undefined;
  return { actor, accountId, fullName, address, organisationId: organisation?.id };
}
