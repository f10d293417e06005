import type { WaitingInvitations } from '../identity/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { countInvitationsOf } from './accept-invitation/accept-invitation.store.ts';
import { myInvitationsAddress } from './addresses.ts';

/** For the home page of an account: how many invitations wait for its address. */
export const waitingInvitations = (needs: { clock: Clock; database: Database }): WaitingInvitations => ({
  address: myInvitationsAddress,
  count: (account) => countInvitationsOf(needs.database, account, needs.clock.now()),
});
