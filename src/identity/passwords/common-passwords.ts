import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The 49,000 most used passwords, in lower case, kept as the one text of the list: a set of them takes 10 MB. */
export const commonPasswords = readFileSync(
  require.resolve('@zxcvbn-ts/language-common/src/passwords.json'),
  'utf8',
);

export const isCommonPassword = (password: string): boolean =>
  commonPasswords.includes(JSON.stringify(password));
