import { catalogue } from '../../kernel/words.ts';
import type { Section } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';

export const termsWords = catalogue({
  en: {
    title: 'Terms of use',
    sections: ({ serviceName, operator, hasOrganisations }: SiteFacts): Section[] => [
      { paragraphs: [`By using ${serviceName} you agree to these terms. It is run by ${operator}.`] },
      {
        heading: 'Your account',
        list: [
          'Your account is for you only. Do not let anyone else use it.',
          'Keep your password to yourself. We will never ask you for it.',
          'Tell us at once if you think someone else has used your account.',
          ...(hasOrganisations
            ? ['Tell your organisation when you leave it, so that your access can end.']
            : []),
        ],
      },
      {
        heading: 'Using the service',
        list: [
          'Only look at information that you need for your own care or your work.',
          'Do not try to reach parts of the service that you have not been given.',
          '[Any other rules of your service]',
        ],
      },
      {
        heading: 'If the service is not there',
        paragraphs: [
          '[Say what hours the service is meant to be available, and what people should do when it is not.]',
        ],
      },
      {
        heading: 'The law',
        paragraphs: ['These terms follow the law of [England and Wales, Scotland or Northern Ireland].'],
      },
      { paragraphs: ['These terms were last changed on [date].'] },
    ],
  },
});

export type TermsWords = typeof termsWords.en;
