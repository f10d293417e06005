import type { Settings } from '../platform/settings/settings.ts';

/** People anybody may log in as, with passwords for all to read. Invented; the sandbox never leaves this machine. */
export interface DemoPerson {
  key:
    | 'main-contact'
    | 'deputy'
    | 'member'
    | 'first-newcomer'
    | 'second-newcomer'
    | 'administrator'
    | 'agent'
    | 'senior'
    | 'accounts'
    | 'editor';
  name: string;
  email: string;
  /** Given where the portal has usernames. */
  username?: string;
  password: string;
  realm: 'portal' | 'support';
  /** What they are in an organisation, if they belong to one. */
  role?: 'main-contact' | 'deputy' | 'member' | 'administrator' | 'agent' | 'senior' | 'accounts' | 'editor';
  /** Whether the portal is one that has such people. */
  livesWith: (settings: DemoSettings) => boolean;
}

type DemoSettings = Pick<Settings, 'accounts' | 'organisations' | 'secondFactor' | 'tickets'>;

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'main-contact',
    name: 'Amara Osei',
    email: 'amara.osei@fernhollow.example',
    password: 'Three-sunny-gates-1',
    realm: 'portal',
    role: 'main-contact',
    livesWith: ({ organisations }) => organisations.registration,
  },
  {
    key: 'deputy',
    name: 'Idris Bell',
    email: 'idris.bell@fernhollow.example',
    password: 'Four-brown-otters-6',
    realm: 'portal',
    role: 'deputy',
    livesWith: ({ organisations }) => organisations.registration,
  },
  {
    key: 'member',
    name: 'Joan Pike',
    email: 'joan.pike@fernhollow.example',
    password: 'Six-quiet-lanes-7',
    realm: 'portal',
    role: 'member',
    livesWith: ({ organisations }) => organisations.registration,
  },
  {
    key: 'first-newcomer',
    name: 'Lena Marsh',
    email: 'lena.marsh@post.example',
    username: 'lena.marsh',
    password: 'Five-tall-birches-4',
    realm: 'portal',
    livesWith: ({ accounts }) => accounts.openRegistration,
  },
  {
    key: 'second-newcomer',
    name: 'Omar Haddad',
    email: 'omar.haddad@post.example',
    username: 'omar.haddad',
    password: 'Two-still-ponds-5',
    realm: 'portal',
    livesWith: ({ accounts, secondFactor }) =>
      accounts.openRegistration && (accounts.occupations.length > 1 || secondFactor.needed === 'everyone'),
  },
  {
    key: 'agent',
    name: 'Gwen Parry',
    email: 'gwen.parry@support.example',
    password: 'Seven-calm-rivers-2',
    realm: 'support',
    role: 'agent',
    livesWith: () => true,
  },
  {
    key: 'senior',
    name: 'Sana Malik',
    email: 'sana.malik@support.example',
    password: 'Four-early-trains-8',
    realm: 'support',
    role: 'senior',
    livesWith: () => true,
  },
  {
    key: 'accounts',
    name: 'Piotr Nowak',
    email: 'piotr.nowak@support.example',
    password: 'Five-old-harbours-9',
    realm: 'support',
    role: 'accounts',
    livesWith: ({ tickets }) => tickets.subjects.some(({ key }) => key === 'payments'),
  },
  {
    key: 'administrator',
    name: 'Tomasz Lis',
    email: 'tomasz.lis@support.example',
    password: 'Nine-green-lamps-3',
    realm: 'support',
    role: 'administrator',
    livesWith: () => true,
  },
  {
    key: 'editor',
    name: 'Edith Cole',
    email: 'edith.cole@support.example',
    password: 'Eight-plain-kites-5',
    realm: 'support',
    role: 'editor',
    livesWith: () => true,
  },
];

export const demoPeopleOf = (settings: DemoSettings): DemoPerson[] =>
  demoPeople.filter((person) => person.livesWith(settings));

/** What newcomers say they are, where the portal asks. */
export function occupationOf({ key }: DemoPerson, { accounts }: DemoSettings): string | undefined {
  if (key === 'first-newcomer') return accounts.occupations[0];
  return key === 'second-newcomer' ? accounts.occupations[1] : undefined;
}

/** The practice of the sandbox's own register that is registered from the start. */
export const demoPractice = { code: 'Z90002', mailbox: 'reception@fernhollow.example' } as const;

/** Who else is on that practice's list, so that it looks as real ones do. Nobody logs in as them. */
export interface DemoColleague {
  name: string;
  email: string;
  jobTitle: string;
  phone: string;
  roles: readonly string[];
  /** Has no account yet. */
  isInvited?: boolean;
  isRemoved?: boolean;
  /** Days ahead. */
  backIn?: number;
  endsIn?: number;
}

const addressOf = (name: string) => `${name}@fernhollow.example`;

export const demoColleagues: readonly DemoColleague[] = [
  {
    name: 'Hana Sato',
    email: addressOf('hana.sato'),
    jobTitle: 'Locum GP',
    phone: '07700 900102',
    roles: ['portal/member', 'payments/view-claims'],
    endsIn: 60,
  },
  {
    name: 'Wen Li',
    email: addressOf('wen.li'),
    jobTitle: 'Practice nurse',
    phone: '07700 900103',
    roles: ['portal/member', 'supplies/order-clerk'],
    backIn: 90,
  },
  {
    name: 'Piotr Zima',
    email: addressOf('piotr.zima'),
    jobTitle: 'Receptionist',
    phone: '07111111111',
    roles: ['portal/member', 'medical-records/movement-administrator'],
    isInvited: true,
  },
  {
    name: 'Noor Aziz',
    email: addressOf('noor.aziz'),
    jobTitle: 'Practice manager',
    phone: '07700 900104',
    roles: ['portal/member', 'payments/view-claims'],
    isRemoved: true,
  },
];

/** A practice that may register, for people to try with. */
export const practiceToTry = { code: 'Z90001', name: 'The Alderbrook Surgery' } as const;
