import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { Section } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';

export const privacyWords = catalogue({
  en: {
    title: 'Privacy',
    sections: ({ serviceName, operator, support, hasOrganisations, retention }: SiteFacts): Section[] => [
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
        list: [
          'your account and what happened to it: as long as you have the account',
          `after your account is closed: ${sayDuration(retention.closedAccounts)}, then we erase it`,
          `an invitation that nobody took up: ${sayDuration(retention.unusedInvitations)}`,
          `where you were logged in, once that has ended: ${sayDuration(retention.sessions)}`,
          `that we sent you a message: ${sayDuration(retention.messages)}. What it said is erased once it is sent`,
          '[anything else your service keeps, following the Records Management Code of Practice]',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You can get a copy of your information, correct it, and close and erase your account yourself: log in and choose Your data.',
          'You can also ask us for a copy, to correct it, to delete it or to stop using it. We will answer within 1 month.',
          `To ask, or to complain about how we use your information, email ${support.email}. Our data protection officer is [name and contact details].`,
          'We will tell you within 30 days that we have your complaint. You can also complain to the Information Commission at ico.org.uk.',
        ],
      },
      { paragraphs: ['This page was last changed on [date].'] },
    ],
  },
});

export type PrivacyWords = typeof privacyWords.en;
