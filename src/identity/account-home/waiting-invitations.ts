import type { AccountId } from '../../kernel/ids.ts';

/** What organisations know of invitations to somebody's address; given to identity, which knows nothing of them. */
export interface WaitingInvitations {
  /** Where they are looked at. */
  address: string;
  count(account: AccountId): Promise<number>;
}
