import { catalogue } from '../../kernel/words.ts';
import type { RowNote, RowProblem } from './account-row.ts';
import type { FileProblem } from './unreadable-accounts.ts';

export interface ImportCounts {
  added: number;
  'already-here': number;
  'twice-in-file': number;
  refused: number;
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

const problems: Record<RowProblem, string> = {
  'email-missing': 'email: there is no address',
  'email-wrong': 'email: this is not an address',
  'name-missing': 'full_name: there is no name',
  'name-wrong': 'full_name: longer than 200 characters, or holds characters that cannot be seen',
  'username-wrong':
    'username: must be 3 to 30 letters, numbers, dots, dashes or underscores, and begin with a letter',
  'username-reserved': 'username: kept for the service',
  'username-taken': 'username: somebody else has or had this one, or one that looks like it',
  'phone-wrong': 'phone: this is not a phone number',
  'state-unknown': 'state: must be active, invited or deactivated',
  'invited-with-password': 'state: somebody invited has no password yet; leave the hash out, or say active',
  'not-an-account': 'this is no account: an object of the known fields, each a text',
  'hash-unknown-form':
    'password_hash: of no kind that can be checked here; leave it out, and the person chooses a new password',
  'hash-damaged': 'password_hash: not whole',
  'hash-too-costly': 'password_hash: takes longer to check than a log in may',
};

const notes: Record<RowNote, string> = {
  'username-not-used': 'username left out: this portal has none',
  'language-not-had': 'language left out: this portal does not have it',
  'address-not-verified':
    'password left out: the address was never proven, so its owner gets a link when they ask',
};

const unreadable: Record<FileProblem, (about: string) => string> = {
  'no-file': () => 'The file cannot be read. Check its name and that you may read it.',
  'not-csv': (line) => `The file is not a CSV file that can be read: something is wrong on line ${line}.`,
  'not-utf8': (line) =>
    `Line ${line} holds characters that are not UTF-8. Save the file as UTF-8, so that nobody’s name is spoilt.`,
  'not-json': () => 'The file is not JSON that can be read.',
  'no-email-column': () => 'The first line must name the columns, and one of them must be email.',
  'unknown-columns': (names) =>
    `The file has columns that are not known: ${names}. Known are email, username, full_name, phone, language, state and password_hash.`,
  'no-users': () => 'The file holds no list of accounts in this format.',
  'too-large': () =>
    'The file is larger than 400 MB. Bring it as CSV, or as JSON with one account a line, which may be of any size.',
};

export const importAccountsWords = catalogue({
  en: {
    outcomes: {
      added: 'added',
      wouldBeAdded: 'would be added',
      'already-here': 'already here',
      'twice-in-file': 'twice in the file',
      refused: 'refused',
    },
    reportHeader: ['row', 'email', 'outcome', 'why'],
    problem: (problem: RowProblem) => problems[problem],
    note: (note: RowNote) => notes[note],
    alreadyHere: 'left exactly as it is',
    twiceInFile: 'the first one counts',
    refusedRow: (place: number, why: string) => `  Row ${place} refused. ${why}`,
    moreRefused: (more: number) =>
      `  … and ${count(more, 'more row', 'more rows')} refused. --report FILE writes every row.`,
    summary: (counts: ImportCounts, dryRun: boolean) => [
      `${count(counts.added, 'account', 'accounts')} ${dryRun ? 'would be added' : 'added'}.`,
      `${count(counts['already-here'], 'address was', 'addresses were')} already here, and left alone.`,
      `${count(counts['twice-in-file'], 'row repeats', 'rows repeat')} an address of the same file.`,
      `${count(counts.refused, 'row', 'rows')} refused.`,
    ],
    nothingChanged: 'This was a dry run: nothing was changed.',
    unreadable: (problem: FileProblem, about: string) => unreadable[problem](about),
    repeat: 'What was taken in so far stays. The same file can be imported again: nothing is added twice.',
    reportNotWritten: (file: string) =>
      `The report cannot be written to ${file}: that is a file already, or its folder is not there. Nothing was imported.`,
    reportWritten: (file: string) =>
      `Every row is in ${file}. It holds personal data: keep it safe, and remove it after use.`,
  },
});

export type ImportAccountsWords = (typeof importAccountsWords)['en'];
