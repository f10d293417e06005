import type { InvitationFacts } from '../members/member-facts.store.ts';

export type InvitationStanding = 'waiting' | 'delayed' | 'not-delivered' | 'sent' | 'expired';

/** What to say of an invitation now: that it is too late outweighs that it never arrived. */
export function invitationStanding(invitation: InvitationFacts | null, now: Date): InvitationStanding {
  if (!invitation) return 'expired';
  if (invitation.isDue) return 'waiting';
  if (invitation.expiresAt <= now) return 'expired';
  if (invitation.delivery?.endsWith('-failure')) return 'not-delivered';
  return afterWriting[invitation.status ?? 'sent'];
}

const afterWriting = {
  queued: 'waiting',
  sending: 'waiting',
  deferred: 'delayed',
  uncertain: 'delayed',
  failed: 'not-delivered',
  expired: 'not-delivered',
  sent: 'sent',
} as const;
