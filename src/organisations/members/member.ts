import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { RoleName } from '../roles/roles.ts';

export type MemberId = Id<'member'>;
export type MemberState = 'invited' | 'active' | 'on-leave' | 'removed';

/** What an administrator may say when removing somebody; never told to the person. */
export const removalReasons = ['left', 'moved', 'role-changed', 'security', 'other'] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** Why a membership is over: what an administrator said, or what happened. */
export type EndedBecause =
  | RemovalReason
  | 'end-date'
  | 'said-so'
  | 'not-kept'
  | 'invitation-cancelled'
  | 'invitation-declined'
  | 'invitation-not-me'
  | 'organisation-closed'
  | 'moved-to-successor'
  /** The register gave the branch they are limited to to another practice. */
  | 'branch-moved'
  | 'account-erased'
  /** In the place of any other, to whom it is about. */
  | 'not-told';

/** A person of a practice, as its administrators see them. */
export interface Member {
  id: MemberId;
  /** The practice. */
  organisationId: OrganisationId;
  /** The one branch they are limited to. */
  branchId: OrganisationId | undefined;
  /** Unknown until the owner of the address accepted: nobody learns before whether there was an account. */
  accountId: AccountId | undefined;
  state: MemberState;
  /** As typed until accepted, then as its owner writes it. */
  fullName: string;
  email: string;
  emailCanonical: string;
  jobTitle: string | undefined;
  phone: string | undefined;
  /** Calendar days, like `2026-03-02`. */
  startsOn: string | undefined;
  endsOn: string | undefined;
  returnsOn: string | undefined;
  createdAt: Date;
  createdBy: AccountId | undefined;
  acceptedAt: Date | undefined;
  lastUsedAt: Date | undefined;
  ended: Ended | undefined;
  roles: readonly RoleName[];
}

export interface Ended {
  at: Date;
  by: AccountId | undefined;
  because: EndedBecause;
  note: string | undefined;
  undoUntil: Date | undefined;
}

/** Whoever was removed may be back and look after people here; of themselves they are never told why it was. */
export const asToldTo = (reader: AccountId, member: Member): Member =>
  member.ended && member.accountId === reader
    ? { ...member, ended: { ...member.ended, because: 'not-told', note: undefined } }
    : member;
