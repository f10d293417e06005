import { catalogue } from '../../kernel/words.ts';
import type { Section } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';

export const accessibilityWords = catalogue({
  en: {
    title: 'Accessibility statement',
    intro: ({ serviceName, operator }: SiteFacts) =>
      `This statement is about ${serviceName}, which is run by ${operator}. We want as many people as possible to be able to use it.`,
    canDo: {
      heading: 'How you can use this service',
      paragraphs: ['You should be able to:'],
      list: [
        'change colours, contrast and fonts in your browser or device',
        'zoom in up to 400% without text running off the screen',
        'use all of the service with a keyboard or by speaking',
        'use all of the service with a screen reader',
        'use all of the service with JavaScript turned off',
        'paste passwords and codes, or have a password manager fill them in',
      ],
    } satisfies Section,
    compliance: {
      heading: 'How accessible this service is',
      paragraphs: [
        '[Choose one: This service meets / partly meets / does not meet] the Web Content Accessibility Guidelines version 2.2, level AA.',
        '[List what does not meet them, why, and when it will be fixed. If nothing, say so.]',
      ],
    } satisfies Section,
    feedback: ({ support }: SiteFacts): Section => ({
      heading: 'Tell us about a problem',
      paragraphs: [
        `If you need something in a different way, or find a problem that is not listed here, email ${support.email} or phone ${support.phone}.`,
        'We will answer within [number] working days.',
      ],
    }),
    enforcement: {
      heading: 'If you are not happy with our answer',
      paragraphs: [
        'The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
        'Contact the Equality Advisory and Support Service (EASS) if you are not happy with how we answer.',
      ],
    } satisfies Section,
    prepared: {
      heading: 'How we tested this service',
      paragraphs: [
        'This statement was prepared on [date]. It was last reviewed on [date].',
        'The service was last tested on [date] by [who tested it, and how].',
      ],
    } satisfies Section,
  },
});

export type AccessibilityWords = typeof accessibilityWords.en;
