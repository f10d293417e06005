import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { type AccountId, isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { SendActivationNeeds } from '../access-links/send-activation.ts';
import { type DeactivatedBecause, lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import { listRoles } from '../membership.store.ts';
import type { OrganisationWatch } from '../organisation-watch.ts';
import { administerAccounts } from '../policy.ts';
import type { TicketWatch } from '../ticket-watch.ts';

export interface AdministerNeeds extends SendActivationNeeds {
  audit: Audit;
  organisationWatch: OrganisationWatch;
}

/** Of what concerns the person beyond their account. */
export interface DeathNeeds extends AdministerNeeds {
  ticketWatch: TicketWatch;
}

/** What staff ask to be done to an account, and why; the reason is kept on record. */
export interface Administering {
  accountId: string;
  reason: string;
  /** Of a deactivation: whether the account was only not used, so that a main contact may open it again. */
  cause?: DeactivatedBecause;
}

export interface HeldAccount extends Account {
  isAdministrator: boolean;
  heldBy: Actor;
}

/**
 * Every change by staff begins so: may this person, to this account? It is held until the change is done, so that
 * two who do the same take turns and the second finds it done. Being there is only told to staff.
 */
export async function holdAccount(tx: Tx, actor: Actor | undefined, id: string): Promise<HeldAccount> {
  const accountId = id as AccountId;
  ask(administerAccounts, actor, { accountId, isAdministrator: false });
  const account = isId(id) ? await lockAccount(tx, accountId) : undefined;
  if (!account) throw new NotFound('account');
  const isAdministrator = (await listRoles(tx, accountId, 'support')).includes('administrator');
  ask(administerAccounts, actor, { accountId, isAdministrator });
  return { ...account, isAdministrator, heldBy: actor };
}
