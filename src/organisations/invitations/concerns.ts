import type { EmailAddress } from '../../kernel/email-address.ts';
import { mixesScripts } from '../../kernel/mixed-scripts.ts';
import { looksShared } from './shared-mailbox.ts';

/** What an administrator is asked to look at again before somebody is invited; a guess, and never a refusal. */
export type Concern = 'shared' | 'mixed-address' | 'mixed-name';

interface Named {
  fullName: string;
  email: EmailAddress;
}

export function findConcerns({ fullName, email }: Named, sharedMailboxes: readonly string[]): Concern[] {
  const concerns: Concern[] = [];
  if (looksShared(email.canonical, sharedMailboxes)) concerns.push('shared');
  if (mixesScripts(email.typed)) concerns.push('mixed-address');
  if (mixesScripts(fullName)) concerns.push('mixed-name');
  return concerns;
}

/** What the form carries once they were shown, so that another address or name is looked at anew. */
export const concernsSeen = (concerns: readonly Concern[], { fullName, email }: Named): string =>
  concerns.length === 0 ? '' : [...concerns, email.canonical, fullName].join(' ');
