import type { AccountId, Id, OrganisationId } from '../kernel/ids.ts';

export type AccessRequestId = Id<'access-request'>;

/** What an administrator may say when refusing; each has words for the person who asked. */
export const refusalReasons = [
  'not-known',
  'not-here',
  'elsewhere',
  'has-access',
  'own-address',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Somebody asks to be one of a practice's people. */
export interface AccessRequest {
  id: AccessRequestId;
  organisationId: OrganisationId;
  /** The branch they asked about. */
  branchId: OrganisationId | undefined;
  /** Whose it is, when they were logged in as they asked; else nobody checked who they are. */
  accountId: AccountId | undefined;
  fullName: string;
  email: string;
  emailCanonical: string;
  note: string;
  language: string;
  createdAt: Date;
  state: 'waiting' | 'approved' | 'refused' | 'lapsed';
}
