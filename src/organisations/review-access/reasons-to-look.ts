import { dayAt } from '../../kernel/calendar-day.ts';
import { after, before } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { looksShared } from '../invitations/shared-mailbox.ts';
import type { Member } from '../members/member.ts';
import type { ReviewFacts } from './review-access.store.ts';

/** Why somebody's access deserves a look before everybody else's. */
export type ReasonToLook =
  | { why: 'not-accepted'; since: Date }
  | { why: 'never-used'; since: Date }
  | { why: 'unused'; since: Date }
  | { why: 'end-passed' | 'end-near'; on: string }
  | { why: 'shared-address' | 'works-elsewhere' | 'account-not-active' };

interface Seen {
  now: Date;
  settings: Pick<Settings, 'service' | 'organisations'>;
}

export const reasonsToLook = (
  member: Member,
  facts: Pick<ReviewFacts, 'accountState' | 'worksElsewhere'>,
  seen: Seen,
): ReasonToLook[] => [
  ...howUsed(member, seen),
  ...whenEnding(member, seen),
  ...when(facts.accountState === 'deactivated' || facts.accountState === 'closed', 'account-not-active'),
  ...when(looksShared(member.email, seen.settings.organisations.sharedMailboxes), 'shared-address'),
  ...when(facts.worksElsewhere, 'works-elsewhere'),
];

const when = (
  isSo: boolean,
  why: 'shared-address' | 'works-elsewhere' | 'account-not-active',
): ReasonToLook[] => (isSo ? [{ why }] : []);

function howUsed(member: Member, { now, settings }: Seen): ReasonToLook[] {
  if (member.state === 'invited') return [{ why: 'not-accepted', since: member.createdAt }];
  if (member.state !== 'active') return [];
  const longAgo = before(now, settings.organisations.unusedAfter);
  if (member.lastUsedAt)
    return member.lastUsedAt <= longAgo ? [{ why: 'unused', since: member.lastUsedAt }] : [];
  const since = member.acceptedAt ?? member.createdAt;
  return since <= longAgo ? [{ why: 'never-used', since }] : [];
}

function whenEnding({ endsOn }: Member, { now, settings }: Seen): ReasonToLook[] {
  const { timeZone } = settings.service;
  if (!endsOn) return [];
  if (endsOn < dayAt(now, timeZone)) return [{ why: 'end-passed', on: endsOn }];
  const soon = dayAt(after(now, settings.organisations.endDateNotice), timeZone);
  return endsOn <= soon ? [{ why: 'end-near', on: endsOn }] : [];
}
