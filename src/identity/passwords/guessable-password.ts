import { isCommonPassword } from './common-passwords.ts';
import type { ContextWord, PasswordContext } from './password-context.ts';

/** Why a password is one of those that guessers try first. */
export type Guessable = 'common' | 'repeats' | `made-of-${ContextWord}`;

/**
 * What must remain of a password without the words that give it away. Fewer characters than this are quickly tried
 * around a known word; a longer rest is worth as much as a password of its own, so "portal" in a passphrase is welcome.
 */
const enoughBeside = 8;

/** Looks at the password as a guesser would: in lower case, without the digits and symbols people put around a word. */
export function guessable(typed: string, owner: PasswordContext): Guessable | undefined {
  const password = typed.toLowerCase();
  const made = wordItIsMadeOf(password, owner) ?? wordItIsMadeOf(asLetters(password), owner);
  return made ?? hardlyMoreThan(password);
}

function hardlyMoreThan(password: string): 'common' | 'repeats' | undefined {
  const cores = coresOf(password).filter((core) => lengthOf(password) - lengthOf(core) < enoughBeside);
  if (cores.some(isPattern)) return 'repeats';
  return cores.some((core) => isCommonPassword(core) || isCommonPassword(asLetters(core)))
    ? 'common'
    : undefined;
}

/** The password itself, and what is left without digits and symbols behind it, and at both its ends. */
function coresOf(password: string): string[] {
  const end = password.replace(/[^\p{L}]+$/u, '');
  const both = end.replace(/^[^\p{L}]+/u, '');
  return [password, ...[end, both].filter((core) => lengthOf(core) >= 4)];
}

/** Hardly any different characters, one short part over and over, or neighbours in a row, like 12345678 or hgfedcba. */
function isPattern(password: string): boolean {
  const characters = [...password];
  if (characters.length < 4) return false;
  if (new Set(characters).size <= 2 || /^(.{1,7})\1+$/u.test(password)) return true;
  const steps = characters.slice(1).map((character, at) => codeOf(character) - codeOf(characters[at] ?? ''));
  return new Set(steps).size === 1;
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0;

const lookalikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** Signs that people put for letters, like those in p@ssw0rd, read as the letters. */
const asLetters = (text: string) => text.replace(/[@431!0$57]/g, (sign) => lookalikes[sign] ?? sign);

function wordItIsMadeOf(password: string, owner: PasswordContext): Guessable | undefined {
  const found = [...owner.keys()]
    .filter((word) => password.includes(word))
    .sort((a, b) => b.length - a.length);
  const rest = found.reduce((left, word) => left.replaceAll(word, ''), password);
  const [longest] = found;
  if (longest === undefined) return undefined;
  if (lengthOf(rest) >= enoughBeside && !hardlyMoreThan(rest)) return undefined;
  return `made-of-${owner.get(longest) ?? 'service'}`;
}

const lengthOf = (text: string) => [...text].length;
