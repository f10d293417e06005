/** People anybody may log in as, with passwords for all to read. Invented; the sandbox never leaves this machine. */
export interface DemoPerson {
  key: 'main-contact' | 'administrator' | 'agent';
  name: string;
  email: string;
  password: string;
  realm: 'portal' | 'support';
  service: 'portal' | 'support';
  role: 'main-contact' | 'administrator' | 'agent';
}

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'main-contact',
    name: 'Amara Osei',
    email: 'amara.osei@fernhollow.example',
    password: 'Three-sunny-gates-1',
    realm: 'portal',
    service: 'portal',
    role: 'main-contact',
  },
  {
    key: 'agent',
    name: 'Gwen Parry',
    email: 'gwen.parry@support.example',
    password: 'Seven-calm-rivers-2',
    realm: 'support',
    service: 'support',
    role: 'agent',
  },
  {
    key: 'administrator',
    name: 'Tomasz Lis',
    email: 'tomasz.lis@support.example',
    password: 'Nine-green-lamps-3',
    realm: 'support',
    service: 'support',
    role: 'administrator',
  },
];

/** The practice of the sandbox's own register that is registered from the start. */
export const demoPractice = { code: 'Z90002', mailbox: 'reception@fernhollow.example' } as const;

/** A practice that may register, for people to try with. */
export const practiceToTry = { code: 'Z90001', name: 'The Alderbrook Surgery' } as const;
