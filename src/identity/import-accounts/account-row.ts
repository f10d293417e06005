import { type EmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import { type PhoneNumber, readPhoneNumber } from '../../kernel/phone-number.ts';
import { isReserved, readUsername, type Username } from '../../kernel/username.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { HashRefusal } from '../passwords/foreign/foreign-hash.ts';
import { readForeignHash } from '../passwords/foreign/read-foreign-hash.ts';

export const accountFields = [
  'email',
  'username',
  'full_name',
  'phone',
  'language',
  'state',
  'password_hash',
] as const;
export type AccountField = (typeof accountFields)[number];

/** One account as a file says it: texts, empty where it says nothing. */
export interface RawAccount {
  /** Where it stands: the line of a CSV file or of JSON lines, else the number of the account, from 1. */
  place: number;
  fields: Partial<Record<AccountField, string>>;
  /** What the reader of the format left behind. */
  notes?: RowNote[];
  /** No account at all: a line that is not JSON, or fields we do not know. */
  isBroken?: boolean;
}

export type RowProblem =
  | 'email-missing'
  | 'email-wrong'
  | 'name-missing'
  | 'name-wrong'
  | 'username-wrong'
  | 'username-reserved'
  | 'username-taken'
  | 'phone-wrong'
  | 'state-unknown'
  | 'invited-with-password'
  | 'not-an-account'
  | `hash-${HashRefusal}`;

/** What was left behind without refusing the row. */
export type RowNote = 'username-not-used' | 'language-not-had' | 'address-not-verified';

type State = 'active' | 'invited' | 'deactivated';
const states: readonly string[] = ['active', 'invited', 'deactivated'] satisfies State[];

export interface ReadyAccount {
  place: number;
  email: EmailAddress;
  username: Username | undefined;
  fullName: string;
  phone: PhoneNumber | undefined;
  language: string;
  state: State;
  passwordHash: string | undefined;
  notes: RowNote[];
}

export type ReadAccount =
  | { outcome: 'ready'; account: ReadyAccount }
  | { outcome: 'refused'; problems: RowProblem[] };

type RowSettings = Pick<Settings, 'accounts' | 'service'>;

/** Reads every field, and says everything that is wrong with them. */
export function readAccountRow(raw: RawAccount, settings: RowSettings): ReadAccount {
  if (raw.isBroken) return { outcome: 'refused', problems: ['not-an-account'] };
  return readFields(raw, settings);
}

function readFields({ place, fields, notes = [] }: RawAccount, settings: RowSettings): ReadAccount {
  const text = (field: AccountField) => (fields[field] ?? '').trim();
  const email = readEmailAddress(text('email'));
  const name = text('full_name').normalize('NFC').replace(/\s+/g, ' ');
  const usesUsernames = settings.accounts.usernames === 'chosen';
  const username = usesUsernames ? readUsername(text('username')) : undefined;
  const phone = readPhoneNumber(text('phone'));
  const hash = text('password_hash') === '' ? undefined : readForeignHash(text('password_hash'));
  const state = text('state').toLowerCase() || (hash ? 'active' : 'invited');
  const isHad = isLanguageHad(text('language'));
  const problems: (RowProblem | false | undefined)[] = [
    !email && (text('email') === '' ? 'email-missing' : 'email-wrong'),
    nameProblem(name),
    usesUsernames && text('username') !== '' && usernameProblem(username, settings),
    text('phone') !== '' && !phone && 'phone-wrong',
    !states.includes(state) && 'state-unknown',
    typeof hash === 'string' && (`hash-${hash}` as const),
    hash && state === 'invited' && 'invited-with-password',
  ];
  const found = problems.filter((problem) => typeof problem === 'string');
  if (found.length > 0 || !email) return { outcome: 'refused', problems: found };
  return {
    outcome: 'ready',
    account: {
      place,
      email,
      username,
      fullName: name,
      phone,
      language: settings.service.language,
      state: state as State,
      passwordHash: typeof hash === 'object' ? hash.stored : undefined,
      notes: [
        ...notes,
        ...(!usesUsernames && text('username') !== '' ? (['username-not-used'] as const) : []),
        ...(isHad ? [] : (['language-not-had'] as const)),
      ],
    },
  };
}

function nameProblem(name: string): RowProblem | undefined {
  if (name === '') return 'name-missing';
  return name.length > 200 || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(name) ? 'name-wrong' : undefined;
}

function usernameProblem(username: Username | undefined, { service }: RowSettings): RowProblem | undefined {
  if (!username) return 'username-wrong';
  return isReserved(username, [service.name, service.operator]) ? 'username-reserved' : undefined;
}

/** English only so far; a region makes no difference. */
const isLanguageHad = (language: string) => language === '' || /^en([-_]|$)/i.test(language);
