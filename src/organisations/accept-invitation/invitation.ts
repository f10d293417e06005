import type { AddressStanding } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { MemberId, MemberState } from '../members/member.ts';
import type { RoleName } from '../roles/roles.ts';

/** How somebody comes to an invitation: by the secret in its email, or logged in with the invited address. */
export type InvitationKey = { link: string } | { id: string };

export interface Invitation {
  memberId: MemberId;
  practiceId: OrganisationId;
  /** Of the practice, or of the branch they are limited to. */
  code: string;
  organisation: string;
  fullName: string;
  email: { typed: string; canonical: string };
  inviter: string | null;
  invitedBy: AccountId | null;
  roles: RoleName[];
  startsOn: string | null;
  endsOn: string | null;
  expiresAt: Date;
  sentAt: Date | null;
  /** A later email carries another link. */
  isNewest: boolean;
  memberState: MemberState;
  endedBecause: string | null;
  hasClosed: boolean;
}

export type InvitationState =
  | 'live'
  | 'replaced'
  | 'expired'
  | 'accepted'
  | 'declined'
  | 'not-me'
  /** Cancelled, or whatever came of it is over. */
  | 'over'
  | 'closed'
  | 'unknown';

export function stateOf(invitation: Invitation | undefined, now: Date): InvitationState {
  if (!invitation) return 'unknown';
  if (invitation.memberState === 'removed') return endings[invitation.endedBecause ?? ''] ?? 'over';
  if (invitation.memberState !== 'invited') return 'accepted';
  if (invitation.hasClosed) return 'closed';
  if (invitation.expiresAt <= now) return 'expired';
  return invitation.isNewest ? 'live' : 'replaced';
}

const endings: Record<string, InvitationState> = {
  'invitation-declined': 'declined',
  'invitation-not-me': 'not-me',
};

/** Who reads an invitation, and so what they can do with it. */
export type Reader =
  | 'accepts'
  | 'sets-up'
  | 'logs-in'
  /** Logged in with another address. */
  | 'somebody-else'
  | 'not-active'
  | 'address-changed';

export function readerOf({ standing, account }: AddressStanding, actor: Actor | undefined): Reader {
  if (actor && account?.id !== actor.subject) return 'somebody-else';
  if (standing === 'address-changed' || standing === 'not-active') return standing;
  if (actor) return 'accepts';
  return standing === 'has-account' ? 'logs-in' : 'sets-up';
}
