import type { AccountId, Id } from '../../kernel/ids.ts';
import type { MemberId } from '../members/member.ts';

/** What whoever offers wants to be once a colleague accepted. */
export const afterwardsChoices = ['deputy', 'other-roles', 'task-roles'] as const;
export type Afterwards = (typeof afterwardsChoices)[number];

export type HandoverEnd = 'accepted' | 'declined' | 'withdrawn' | 'lapsed';

/** An offer that was not answered yet. */
export interface Handover {
  id: Id<'handover'>;
  from: { member: MemberId; account: AccountId; name: string };
  to: { member: MemberId; account: AccountId; name: string };
  afterwards: Afterwards;
  expiresAt: Date;
}

/** Somebody the role can be offered to. */
export interface Colleague {
  id: MemberId;
  fullName: string;
  email: string;
  isDeputy: boolean;
}
