import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { Unreadable } from './read-register.ts';
import type { RefusalReason } from './register-row.ts';

const refusals: Record<RefusalReason, string> = {
  'broken-quotes': 'the quotation marks do not match up',
  'wrong-columns': 'it has too few or too many columns',
  'malformed-code': 'the code is not 3 to 9 letters and numbers',
  'person-code': 'the code is a person’s, not an organisation’s',
  'no-name': 'it has no name',
  'too-long': 'a value is too long to be real',
  'unknown-status': 'the status is not A, C, D or P',
  'impossible-date': 'a date is not a real day, written like 20260302',
  'closed-before-opened': 'it closes before it opens',
  'no-practice': 'the branch names no practice',
  'unknown-practice': 'the branch’s practice is not in the register here; import practices first',
  duplicate: 'an earlier row has the same code',
  'other-kind': 'the code already belongs to an organisation of another kind',
};

const unreadable: Record<Unreadable | 'broken-off', string> = {
  empty: 'The file is empty.',
  'not-text': 'The file is not text. Save the register as a CSV file, not as a spreadsheet or an archive.',
  'not-csv': 'The file cannot be read as CSV: a quotation mark is opened and never closed.',
  'wrong-shape':
    'The file does not look like a register of practices (epraccur) or branches (ebranchs): those have the code in column 1 and at least 15 columns.',
  'broken-off': 'The import stopped part of the way and nothing was changed. Upload the file again.',
};

const said = (count: number): string => count.toLocaleString('en-GB');

const english = {
  refusals,
  unreadable: (problem: keyof typeof unreadable, line?: number) =>
    line === undefined ? unreadable[problem] : `${unreadable[problem]} Look at line ${line}.`,
  nothingChanged: 'Nothing was changed.',
  kinds: { practice: 'Practices', branch: 'Branches' },
  counts: {
    rows: 'Rows in the file',
    added: 'Added',
    changed: 'Changed',
    closed: 'Closed',
    closedWithPractice: 'Branches closed with their practice',
    unchanged: 'Unchanged',
    refused: 'Refused',
  },
  count: said,
  line: (line: number) => `line ${line}`,
  andMore: (count: number) => `and ${said(count)} more`,
  desk: {
    title: 'Registers',
    lead: 'Practices and branches come from national registers. Bring in a new copy when one is published; what you registered here stays as it is.',
    upload: 'Bring in a register',
    file: 'Register file',
    fileHint: 'A CSV file of practices (epraccur) or of branches (ebranchs). Bring in practices first.',
    noFile: 'Select a register file',
    send: 'Bring it in',
    earlier: 'Earlier imports',
    none: 'No register has been brought in yet',
    noneText: 'Until one is, nobody can find their practice.',
    columns: { file: 'File', at: 'Started', by: 'By', result: 'Result' },
    bySystem: 'The system',
    states: { waiting: 'Waiting', running: 'Under way', done: 'Done', failed: 'Not brought in' },
    counted: (added: number, changed: number, closed: number, refused: number) =>
      [
        `${said(added)} added`,
        `${said(changed)} changed`,
        `${said(closed)} closed`,
        `${said(refused)} refused`,
      ].join(', '),
    at: (at: Date, zone: string) => sayMoment(at, zone),
    importTitle: (file: string) => `Import of ${file}`,
    progress: 'Rows read',
    waiting: 'The import is waiting to start.',
    refreshes: 'This page refreshes itself.',
    refresh: 'Refresh now',
    finished: (kind: string) => `${kind} brought in`,
    counts: 'What it did',
    lists: {
      added: 'Added',
      changed: 'Changed',
      closed: 'Closed',
      closedWithPractice: 'Branches closed with their practice',
      refused: 'Refused rows',
    },
    rowColumns: { line: 'Line', code: 'Code', name: 'Name', reason: 'Reason' },
    firstOnly: (shown: number, total: number) => `The first ${shown} of ${said(total)}.`,
    listOf: (list: string, count: number) => `${list} (${said(count)})`,
    failed: 'The register was not brought in',
  },
  command: {
    noFile: (file: string) => `The file ${file} cannot be read.`,
  },
};

export const importRegisterWords = catalogue({ en: english });

export type ImportRegisterWords = typeof english;
