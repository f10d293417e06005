import { catalogue } from '../../kernel/words.ts';

export const contactWords = catalogue({
  en: {
    title: 'Contact us',
    intro: 'Before you contact us, see if you can fix it now.',
    forgotten: 'I have forgotten my details',
    phone: 'Phone',
    email: 'Email',
    hours: 'When we answer',
    hoursAre: (days: string, times: string) => `${days}, ${times}`,
    urgent: 'Urgent supplies',
    whatToSay: {
      heading: 'What to tell us',
      intro: 'Tell us:',
      list: (hasOrganisations: boolean) => [
        hasOrganisations ? 'your name and the organisation you work for' : 'your name',
        'what you were trying to do, and what you saw',
        'the reference on the page, if there is one',
      ],
    },
    neverPassword: 'Do not tell us your password. We will never ask for it.',
    medicalHelp: 'If you need medical help now, call 111; in an emergency call 999.',
  },
});

export type ContactWords = typeof contactWords.en;
