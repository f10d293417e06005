import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { RowOutcome } from './people-import.ts';
import type { PersonField } from './person-columns.ts';
import type { UnreadableFile } from './read-people-file.ts';
import type { FindingCode, Standing } from './row-finding.ts';

/** The first is what the template calls it; the others are understood as well. */
const headings: Record<PersonField, string[]> = {
  email: ['Email address', 'Email', 'E-mail address', 'Mail', 'Work email', 'NHSmail', 'User email'],
  fullName: ['Full name', 'Name', 'Person', 'User', 'User name', 'Display name'],
  roles: ['Roles', 'Role', 'Access', 'Permissions'],
  branch: ['Branch', 'Branch code', 'Branch name', 'Practice or branch', 'Site', 'Place'],
  jobTitle: ['Job title', 'Job', 'Title', 'Position'],
  phone: ['Phone number', 'Phone', 'Telephone', 'Telephone number', 'Mobile', 'Mobile number', 'Tel'],
  startsOn: ['Start date', 'Start', 'Starts', 'Starts on', 'From'],
  endsOn: ['End date', 'End', 'Ends', 'Ends on', 'Until', 'To'],
};

const said = (count: number): string => count.toLocaleString('en-GB');
const people = (count: number): string => (count === 1 ? '1 person' : `${said(count)} people`);
const rows = (count: number): string => (count === 1 ? '1 row' : `${said(count)} rows`);

const unreadable = (file: UnreadableFile): string => {
  switch (file.problem) {
    case 'empty':
      return 'The file is empty';
    case 'not-text':
      return 'The file is not a CSV file. In your spreadsheet, choose “Save as” and then CSV';
    case 'no-headings':
      return 'The first row must name the columns, like “Email address”, “Full name” and “Roles”. The template has them';
    case 'no-rows':
      return 'The file has no rows below its headings';
    case 'not-csv':
      return `The file cannot be read from line ${file.line} on. Look there for a quotation mark that is opened and never closed, or for far too many columns`;
    case 'missing-columns':
      return `The file has no column for: ${file.columns.map((field) => headings[field][0]).join(', ')}`;
    case 'too-many-rows':
      return `The file has more than ${rows(file.most)}. Split it into smaller files`;
  }
};

/** Once a row is forgotten, what it is about is named and no longer quoted. */
const quoted = (about: string | undefined, otherwise: string): string => (about ? `“${about}”` : otherwise);

const findings: Record<FindingCode, (about?: string) => string> = {
  'broken-quotes': () => 'The quotation marks do not match up',
  'too-many-cells': () => 'The row has more cells than there are headings',
  'no-email': () => 'Enter an email address',
  'bad-email': (about) =>
    about ? `“${about}” is not an email address` : 'The email address is not a real one',
  'no-name': () => 'Enter a full name',
  'long-name': (most = '100') => `The name must be ${most} characters or fewer`,
  'not-name': () => 'The name must not contain a web or email address',
  'no-roles': () => 'Enter at least one role',
  'unknown-role': (about) => (about ? `“${about}” is not a role here` : 'One of the roles is not known here'),
  'unclear-role': (about) =>
    about
      ? `Several services have a role called “${about}”. Use the short form from the template`
      : 'Several services have a role of the same name',
  'may-not-give': (about) => (about ? `You cannot give the role “${about}”` : 'You cannot give this role'),
  limit: (about) =>
    about ? `Too many people would have the role “${about}”` : 'Too many people would have a role',
  'unknown-branch': (about) =>
    about ? `“${about}” is not a branch of this practice` : 'The branch is not one of this practice',
  'unclear-branch': (about) =>
    about ? `Several branches are called “${about}”. Use the code` : 'Several branches have the same name',
  'closed-branch': (about) => `${quoted(about, 'The branch')} is closed`,
  elsewhere: (about) =>
    about ? `This file can only add people to ${about}` : 'It belongs to another branch',
  'long-job-title': (most = '100') => `The job title must be ${most} characters or fewer`,
  'bad-phone': (about) =>
    about ? `“${about}” is not a phone number. It can be left empty` : 'The phone number is not a real one',
  'bad-start': (about) => `${quoted(about, 'The start date')} is not a date like 2/3/2026`,
  'bad-end': (about) => `${quoted(about, 'The end date')} is not a date like 2/3/2026`,
  'end-before-start': () => 'The end date is before the start date',
  'end-passed': () => 'The end date has passed',
  twice: (line) =>
    line ? `The same email address is on line ${line}` : 'The same email address is in the file twice',
  'already-member': () => 'Already one of your people, or invited',
  example: () => 'The example of the template',
  'shared-address': () => 'The address looks shared. Anyone who reads it could log in as this person',
  'mixed-email': () => 'The address mixes letters of different alphabets. Check that it is the real one',
  'mixed-name': () => 'The name mixes letters of different alphabets',
  formula: (about) => `${quoted(about, 'A cell')} looks like a formula. It is kept as text`,
};

const outcomes: Record<RowOutcome, string> = {
  invited: 'Invited',
  'already-member': 'Skipped: already one of your people, or invited',
  example: 'Skipped: the example of the template',
  problem: 'Left out',
  'limit-reached': 'Not invited: too many people have the role',
  'may-not-give': 'Not invited: you can no longer give the role',
  changed: 'Not invited: something changed since the file was checked',
  stopped: 'Not invited: you can no longer add people here',
};

const standings: Record<Standing, string> = {
  problem: 'Left out',
  skipped: 'Skipped',
  warning: 'Check this',
  ready: 'Will be invited',
};

const english = {
  headings,
  unreadable,
  findings,
  finding: (code: FindingCode, about?: string) => findings[code](about),
  outcomes,
  standings,
  said,
  moment: (at: Date, zone: string) => sayMoment(at, zone),
  line: (line: number) => `Line ${said(line)}`,
  place: (name: string, code: string) => `${name} (${code})`,
  users: 'User management',
  upload: {
    title: 'Add people from a file',
    lead: (most: number) => `Invite up to ${people(most)} at once with a file from a spreadsheet.`,
    steps: [
      'Download the template and fill it in, one person a row.',
      'Save it as a CSV file and send it here.',
      'Check what we found. Nobody is invited before you say so.',
    ],
    template: 'Download the template',
    columns: 'What the columns mean',
    column: { heading: 'Column', meaning: 'What to enter' },
    meanings: {
      email: 'Their own address, not a shared one. They are invited there.',
      fullName: 'As they write it.',
      roles: 'One or more of the roles below, with a semicolon between two.',
      branch: 'The code or name of the branch they are limited to. Empty: the whole practice.',
      jobTitle: 'Can be empty.',
      phone: 'Can be empty. A landline is fine.',
      startsOn: 'Like 2/3/2026. Empty: as soon as they accept.',
      endsOn: 'Like 2/3/2026. Empty: no end.',
    } satisfies Record<PersonField, string>,
    branchFixed: (name: string) => `Leave it empty: everybody is added to ${name}.`,
    roles: 'Roles you can give',
    role: { name: 'Role', short: 'Short form', does: 'What they can do' },
    file: 'CSV file',
    fileHint: 'Saved from a spreadsheet as CSV, smaller than 1 MB.',
    send: 'Check the file',
    noFile: 'Select a CSV file',
    tooLarge: 'The file must be smaller than 1 MB',
    readOnly: 'Nobody can be added any more, because the organisation is closed.',
    earlier: 'Earlier files',
    none: 'No file has been sent yet',
    table: { file: 'File', at: 'Sent', by: 'By', state: 'State' },
    gone: 'Somebody whose account is gone',
    states: {
      preview: 'Waiting for you to confirm',
      running: 'Inviting',
      done: 'Done',
      cancelled: 'Cancelled',
    },
    invited: (count: number) => `${people(count)} invited`,
  },
  template: {
    example: {
      fullName: 'Sam Example',
      branch: '',
      jobTitle: 'Practice nurse',
      phone: '01632 960 001',
      startsOn: '2026-03-02',
      endsOn: '',
    },
    exampleNote:
      'The row above is an example. It invites nobody, and can stay. Rows that begin with # are notes.',
    rolesNote: 'Roles you can give. Put a semicolon between two.',
    role: (name: string, key: string, does: string) => `${name} (short: ${key}): ${does}`,
    fileName: (code: string) => `people-${code}-template.csv`,
  },
  preview: {
    title: (file: string) => `Check ${file}`,
    nothingYet: 'Nobody is invited before you confirm.',
    counts: {
      ready: 'Will be invited',
      warning: 'Will be invited, but check them',
      skipped: 'Skipped',
      problem: 'Left out because of a problem',
    },
    rows,
    ignored: (columns: string[]) =>
      columns.length === 1
        ? `Nothing is read from the column “${columns[0]}”`
        : `Nothing is read from the columns ${columns.map((column) => `“${column}”`).join(', ')}`,
    ignoredText: 'If one of them matters, give it a heading from the template and send the file again.',
    noneLeft: 'No row can be invited',
    noneLeftText: 'Put the rows right in your spreadsheet, save it as CSV and send it again.',
    confirm: (count: number) => `Invite ${people(count)}`,
    confirmSome: (count: number) => `Invite only the ${people(count)} without problems`,
    cancel: 'Cancel and forget the file',
    notYours: (name: string) =>
      `Only ${name}, who sent the file, can confirm it. You can cancel it, or send a file of your own.`,
    table: 'Rows of the file',
    column: { line: 'Line', person: 'Person', roles: 'Roles', finding: 'What we found' },
    noName: 'No name',
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    justNotYours: 'Only the person who sent the file can confirm it',
  },
  running: {
    title: (file: string) => `Inviting the people of ${file}`,
    progress: 'Rows done',
    refreshes: 'This page refreshes itself.',
    refresh: 'Refresh now',
    leave: 'You can leave this page. The invitations go on without it.',
  },
  report: {
    title: (file: string) => `What became of ${file}`,
    done: (count: number) => (count === 1 ? '1 person is invited' : `${said(count)} people are invited`),
    nobody: 'Nobody is invited by this file',
    cancelled: 'This file was cancelled, and what it said is forgotten',
    download: 'Download this report',
    fileName: (code: string) => `people-${code}-report.csv`,
    again: 'Send another file',
    people: 'Go to User management',
    table: 'Row by row',
    column: { line: 'Line', person: 'Person', email: 'Email address', outcome: 'What became of it' },
    forgotten: 'What the rows said is forgotten. Look in your own file for the line.',
  },
};

export const importPeopleWords = catalogue({ en: english });

export type ImportPeopleWords = typeof english;
