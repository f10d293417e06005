import type { OrganisationPages, WaitingInvitations } from '../identity/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { countInvitationsOf } from './accept-invitation/accept-invitation.store.ts';
import { myInvitationsAddress, organisationAddress } from './addresses.ts';
import { administersAnything } from './administrators/administers-anything.ts';

/** For the home page of an account: how many invitations wait for its address. */
export const waitingInvitations = (needs: { clock: Clock; database: Database }): WaitingInvitations => ({
  address: myInvitationsAddress,
  count: (account) => countInvitationsOf(needs.database, account, needs.clock.now()),
});

/** For the same page: each organisation’s own page, and the way to one’s people. */
export const organisationPages = (needs: {
  settings: Pick<Settings, 'organisations'>;
}): OrganisationPages => ({
  address: (code) => organisationAddress(code),
  looksAfterPeople: (actor) => administersAnything(actor, needs.settings.organisations.services),
});
