import type { Actor } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';

/** What organisations know of invitations to somebody's address; given to identity, which knows nothing of them. */
export interface WaitingInvitations {
  /** Where they are looked at. */
  address: string;
  count(account: AccountId): Promise<number>;
}

/** The same of the pages of organisations: where one's own is, and whether somebody looks after people there. */
export interface OrganisationPages {
  address(code: string): string;
  looksAfterPeople(actor: Actor): boolean;
}
