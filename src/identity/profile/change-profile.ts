import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dialledNumber, type PhoneNumber } from '../../kernel/phone-number.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Username } from '../../kernel/username.ts';
import type { Language } from '../../kernel/words.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { lockAccount } from '../account.store.ts';
import { findFreeze } from '../freeze.store.ts';
import { askFresh } from '../sessions/renew-session.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { addUsername } from '../username.store.ts';
import { profileChangedEmail } from './profile.email.tsx';
import {
  type ContactNeed,
  findProfile,
  keepUsername,
  type Profile,
  type ProfileColumns,
  respellUsername,
  retireUsername,
  updateProfile,
} from './profile.store.ts';

export interface ChangeProfileNeeds extends AccessLinkNeeds, TellAccountNeeds {
  audit: Audit;
  settings: Settings;
}

export type ProfileChange =
  | { field: 'name'; fullName: string }
  | { field: 'phone'; phone: PhoneNumber | undefined }
  | { field: 'address'; lines: string[]; postcode: string | null }
  | { field: 'username'; username: Username }
  | { field: 'language'; language: Language }
  | { field: 'contact'; contactNeeds: ContactNeed[]; interpreterLanguage: string | null };

export type ProfileFieldName = ProfileChange['field'];

/** Whether a change could help somebody who took the account over; those ask for the password again. */
export const needsPassword = (field: ProfileFieldName): boolean =>
  field !== 'language' && field !== 'contact';

export type ChangeProfileOutcome =
  | 'changed'
  | 'unchanged'
  | 'username-taken'
  /** Its owner said "this was not me", and staff have not looked yet: nobody puts another number in. */
  | 'frozen';

/** Changes one thing that a person says of themselves, and tells them of it. */
export async function changeProfile(
  needs: ChangeProfileNeeds,
  actor: Actor | undefined,
  change: ProfileChange,
): Promise<ChangeProfileOutcome> {
  ask(loggedIn, actor, undefined);
  if (needsPassword(change.field)) askFresh(needs, actor);
  const { accountId } = actor.person;
  return inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, accountId);
    if (change.field === 'phone' && (await findFreeze(tx, accountId))) return 'frozen';
    const before = await findProfile(tx, accountId);
    if (change.field === 'username') {
      if (!(await takeUsername(needs, tx, actor, change.username))) return 'username-taken';
    } else await updateProfile(tx, accountId, columnsOf(change));
    const after = await findProfile(tx, accountId);
    if (JSON.stringify(before) === JSON.stringify(after)) return 'unchanged';
    await needs.audit.record(tx, {
      action: `${change.field}-changed`,
      actor,
      detail: { from: partOf(change.field, before), to: partOf(change.field, after) },
    });
    const account = await lockAccount(tx, accountId);
    if (!account) throw new Error('an account vanished while it was changed');
    const notMe = await issueNotMeLink(needs, tx, accountId, actor.person.realm);
    const write = profileChangedEmail(change.field, notMe);
    await tellAccount(needs, tx, account, { kind: `${change.field}-changed`, write });
    return 'changed';
  });
}

function columnsOf(change: Exclude<ProfileChange, { field: 'username' }>): ProfileColumns {
  switch (change.field) {
    case 'name':
      return { full_name: change.fullName };
    case 'phone':
      return { phone: change.phone?.typed ?? null, phone_dialled: dialledNumber(change.phone) };
    case 'address':
      return { address_lines: change.lines, postcode: change.postcode };
    case 'language':
      return { preferred_language: change.language };
    case 'contact':
      return { contact_needs: change.contactNeeds, interpreter_language: change.interpreterLanguage };
  }
}

/** The name of before is retired for ever, once the new one is had. */
async function takeUsername(
  needs: ChangeProfileNeeds,
  tx: Tx,
  { person: { accountId } }: Actor,
  username: Username,
): Promise<boolean> {
  if (await respellUsername(tx, accountId, username)) return true;
  const retired = await retireUsername(tx, accountId, needs.clock.now());
  const isTaken = !(await addUsername(needs, tx, accountId, username));
  if (isTaken && retired) await keepUsername(tx, retired);
  return !isTaken;
}

const partOf = (field: ProfileFieldName, profile: Profile | undefined) =>
  profile &&
  {
    name: profile.fullName,
    phone: profile.phone,
    address: [...profile.addressLines, profile.postcode],
    username: profile.username,
    language: profile.language,
    contact: [...profile.contactNeeds, profile.interpreterLanguage],
  }[field];
