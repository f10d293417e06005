import type { DemoPerson } from './demo-people.ts';

/** What happened on a demo ticket, hours after it was asked. */
export type DemoEvent = { after: number } & (
  | { kind: 'answer'; body: string; by: DemoPerson['key']; leaves?: 'open' | 'solved' }
  | { kind: 'note'; body: string; by: DemoPerson['key'] }
  | { kind: 'reply'; body: string }
  | { kind: 'closed' }
  | { kind: 'rating'; rating: 'good' | 'bad'; words: string }
);

/** A ticket that somebody invented asked. Portals that lack its subject do without it. */
export interface DemoTicket {
  fullName: string;
  /** Whoever has an account with it asked while logged in. */
  email: string;
  subjectKey: string;
  title: string;
  body: string;
  answers?: Readonly<Record<string, string>>;
  /** Hours. */
  ago: number;
  assignedTo?: DemoPerson['key'];
  tags?: readonly string[];
  isHeld?: boolean;
  events?: readonly DemoEvent[];
}

const days = (count: number): number => count * 24;

export const demoTickets: readonly DemoTicket[] = [
  {
    fullName: 'Kofi Mensah',
    email: 'kofi.mensah@larkrise.example',
    subjectKey: 'urgent-supplies',
    title: 'We run out of syringes tomorrow',
    body: 'Our order clerk is away and nobody else can order. The last box of 5 ml syringes will be gone tomorrow noon.',
    answers: {
      'organisation-code': 'Z90007',
      'organisation-name': 'Larkrise Health Centre',
      phone: '01632 960 107',
    },
    ago: 0.5,
  },
  {
    fullName: 'Joan Pike',
    email: 'joan.pike@fernhollow.example',
    subjectKey: 'log-in',
    title: 'I am logged out whenever I answer the telephone',
    body: 'When a patient calls I leave the computer for a while. Afterwards I have to log in again. Can it stay open for longer?',
    ago: 1,
  },
  {
    fullName: 'Asha Rowe',
    email: 'asha.rowe@post.example',
    subjectKey: 'locked',
    title: 'The page says password entry is closed',
    body: 'I typed an old password a few times this morning. Now the page says that password entry is closed. When can I try again?',
    answers: { 'what-you-see': 'My account is locked' },
    ago: 2,
  },
  {
    fullName: 'Sol Vega',
    email: 'sol.vega@post.example',
    subjectKey: 'other',
    title: 'Do you have an app?',
    body: 'I would rather use my phone than the website. Is there an app for it?',
    ago: 3,
    isHeld: true,
  },
  {
    fullName: 'Dilys Hughes',
    email: 'dilys.hughes@stoswins.example',
    subjectKey: 'register',
    title: 'Register St Oswin’s Family Practice',
    body: 'We are a small practice and would like to use the portal from next month.',
    answers: {
      'organisation-code': 'Z90003',
      'organisation-name': 'St Oswin’s Family Practice',
      job: 'Practice manager',
      phone: '01632 960 103',
      'urgent-supplies': 'No',
    },
    ago: 5,
  },
  {
    fullName: 'Lena Marsh',
    email: 'lena.marsh@post.example',
    subjectKey: 'appointment',
    title: 'Can I move my appointment?',
    body: 'I have to be at work that morning. Any afternoon of the same week would do.',
    ago: 6,
  },
  {
    fullName: 'Ben Tull',
    email: 'ben.tull@post.example',
    subjectKey: 'security-code',
    title: 'New phone, and the codes went with the old one',
    body: 'I have a new phone since Friday. The app with the codes was only on the old one, and I have already handed that in.',
    answers: { how: 'An app on my phone' },
    ago: 26,
    assignedTo: 'agent',
    events: [
      {
        after: 1,
        kind: 'answer',
        by: 'agent',
        body: 'Thank you for writing. Please choose “I cannot use any of these” where you are asked for the code. We then check that it is you.',
      },
    ],
  },
  {
    fullName: 'Hana Sato',
    email: 'hana.sato@fernhollow.example',
    subjectKey: 'payments',
    title: 'One of four sessions is not on my statement',
    body: 'I worked four sessions last month. The statement lists three. The one on the last Friday is missing.',
    answers: { about: 'A statement' },
    ago: 28,
    assignedTo: 'accounts',
    events: [
      {
        after: 2,
        kind: 'note',
        by: 'accounts',
        body: 'Asked the practice for the session sheet of that week.',
      },
      {
        after: 2.5,
        kind: 'answer',
        by: 'accounts',
        leaves: 'open',
        body: 'Thank you. We asked the practice for the sheet of that week and write again as soon as we have it.',
      },
    ],
  },
  {
    fullName: 'Priya Nair',
    email: 'priya.nair@post.example',
    subjectKey: 'other',
    title: 'The help page about leaving is hard to find',
    body: 'I looked for what to do when a colleague leaves and found it only with the third word that I tried.',
    ago: 50,
    assignedTo: 'agent',
    tags: ['help-pages'],
    events: [
      {
        after: 3,
        kind: 'answer',
        by: 'agent',
        body: 'Thank you for telling us. Which words did you try first? We add them to the article.',
      },
      { after: 20, kind: 'reply', body: 'I tried “resign” and “last day”.' },
    ],
  },
  {
    fullName: 'Marek Nowy',
    email: 'marek.nowy@post.example',
    subjectKey: 'data-protection',
    title: 'A letter about me went to my old address',
    body: 'I changed my address in January. In March a letter with my name and date of birth went to the old one.',
    ago: days(4),
    assignedTo: 'senior',
    tags: ['data-protection'],
    events: [
      {
        after: 4,
        kind: 'answer',
        by: 'senior',
        leaves: 'open',
        body: 'Thank you for telling us, and we are sorry. We look into it and write to you within 30 days of the day you complained.',
      },
      {
        after: 5,
        kind: 'note',
        by: 'senior',
        body: 'The change of January is on record. Asked who sends the letters.',
      },
    ],
  },
  {
    fullName: 'Freya Lind',
    email: 'freya.lind@post.example',
    subjectKey: 'log-in',
    title: 'The link in my email does nothing',
    body: 'I asked for a new password. The link in the email opens a page that says it has stopped working.',
    ago: days(9),
    assignedTo: 'agent',
    events: [
      {
        after: 1,
        kind: 'answer',
        by: 'agent',
        leaves: 'solved',
        body: 'You asked three times, and only the newest link works. Please open the last of the three emails.',
      },
      { after: 3, kind: 'rating', rating: 'good', words: 'Quick and kind.' },
    ],
  },
  {
    fullName: 'Tom Adair',
    email: 'tom.adair@post.example',
    subjectKey: 'security-code',
    title: 'No text message comes',
    body: 'I waited ten minutes for the code and asked again twice. Nothing came.',
    answers: { how: 'A text message' },
    ago: days(18),
    assignedTo: 'senior',
    events: [
      {
        after: 71,
        kind: 'answer',
        by: 'senior',
        leaves: 'solved',
        body: 'Your network had a fault that day, and messages come again. An app gives you codes without any network.',
      },
      { after: 80, kind: 'rating', rating: 'bad', words: 'I heard from you three days later.' },
      { after: 71 + days(14), kind: 'closed' },
    ],
  },
  {
    fullName: 'Ines Costa',
    email: 'ines.costa@post.example',
    subjectKey: 'locked',
    title: 'Locked out before a clinic',
    body: 'I cannot get in and my clinic begins at two.',
    answers: { 'what-you-see': 'My account is locked' },
    ago: days(23),
    assignedTo: 'agent',
    events: [
      {
        after: 0.5,
        kind: 'answer',
        by: 'agent',
        leaves: 'solved',
        body: 'Password entry is open again. Please choose a new password with “Forgotten my details”.',
      },
      { after: 2, kind: 'rating', rating: 'good', words: '' },
      { after: days(15), kind: 'closed' },
    ],
  },
];
