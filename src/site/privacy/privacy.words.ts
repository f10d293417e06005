import { catalogue } from '../../kernel/words.ts';
import type { Section } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';

export const privacyWords = catalogue({
  en: {
    title: 'Privacy',
    sections: ({ serviceName, operator, support, hasOrganisations }: SiteFacts): Section[] => [
      {
        paragraphs: [
          `This page says what ${serviceName} does with information about you. ${operator} decides how it is used, and is the controller in data protection law.`,
        ],
      },
      {
        heading: 'What we keep',
        list: [
          'your name, email address and phone number',
          ...(hasOrganisations ? ['the organisations you work for and what you may do for them'] : []),
          'when and from where you logged in, and changes to your account',
          'what you write to support',
          '[anything else your service keeps]',
        ],
      },
      {
        paragraphs: ['We keep a scrambled form of your password. Nobody, including our staff, can see it.'],
      },
      {
        heading: 'Why we may keep it',
        paragraphs: ['[Name the lawful basis in Article 6 of the UK GDPR, and in Article 9 if it applies.]'],
      },
      {
        heading: 'Who we share it with',
        paragraphs: [
          '[List the organisations that receive it and why, such as those that send emails and texts for you.]',
        ],
      },
      {
        heading: 'How long we keep it',
        paragraphs: ['[Say how long each kind is kept, following the Records Management Code of Practice.]'],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You can ask us for a copy of your information, to correct it, to delete it or to stop using it. We will answer within 1 month.',
          `To ask, or to complain about how we use your information, email ${support.email}. Our data protection officer is [name and contact details].`,
          'We will tell you within 30 days that we have your complaint. You can also complain to the Information Commission at ico.org.uk.',
        ],
      },
      { paragraphs: ['This page was last changed on [date].'] },
    ],
  },
});

export type PrivacyWords = typeof privacyWords.en;
