import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findPasswordOwner, type PasswordOwner } from './password-owner.store.ts';

/** Whose word it is, for saying why a password made of it is refused. */
export type ContextWord = 'service' | 'own-name' | 'email' | 'username' | 'practice';

/** The words that somebody guessing this person's password on this portal tries first, in lower case. */
export type PasswordContext = ReadonlyMap<string, ContextWord>;

/** Parts shorter than this stand in too many good passwords by chance. */
const shortestWord = 4;

/** What is known of whoever chooses a password; give what there is. */
export function passwordContext(
  { service }: Pick<Settings, 'service'>,
  owner: Partial<PasswordOwner> = {},
): PasswordContext {
  const [localPart = '', domain = ''] = (owner.email ?? '').split('@');
  return new Map([
    ...wordsOf('practice', owner.practices ?? []),
    ...wordsOf('service', [service.name, withoutPlaceholder(service.operator)]),
    ...wordsOf('email', [localPart, ...domain.split('.').slice(0, 1)]),
    ...wordsOf('username', owner.usernames ?? []),
    ...wordsOf('own-name', owner.names ?? []),
  ]);
}

/** The context of an account, and of a name typed in the same form; of nobody in particular without an account. */
export async function contextOfAccount(
  needs: { database: Queryable; settings: Pick<Settings, 'service'> },
  account: AccountId | undefined,
  typedName = '',
): Promise<PasswordContext> {
  const owner = account && (await findPasswordOwner(needs.database, account));
  return passwordContext(needs.settings, { ...owner, names: [...(owner?.names ?? []), typedName] });
}

/** Each word of the texts, and each text as one word: "Li Wu" also as "liwu". */
function wordsOf(whose: ContextWord, texts: string[]): [string, ContextWord][] {
  const all = texts.flatMap((text) => {
    const parts = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return [...parts, parts.join('')];
  });
  return all.filter((word) => [...word].length >= shortestWord).map((word) => [word, whose]);
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Texts in square brackets are there to be filled in. */
const withoutPlaceholder = (text: string) => text.replace(/\[.*\]/, '');
