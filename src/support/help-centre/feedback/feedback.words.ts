import { sayTime } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

export const feedbackWords = catalogue({
  en: {
    question: 'Was this article helpful?',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose yes or no',
    back: 'Back to the article',
    form: {
      title: 'What did not help?',
      about: (article: string) => `About the article “${article}”.`,
      reasons: 'Reasons',
      reasonsHint: 'Choose all that apply.',
      words: 'What could we do better? (optional)',
      wordsHint:
        'Do not write anything about anybody’s health, and no names, numbers or addresses. We do not know who you are, so we cannot answer.',
      ask: 'If you need an answer,',
      contact: 'contact us',
      checking: 'Checking that this does not come from a machine. This takes a few seconds.',
      readFirst: 'A person reads your feedback before it counts.',
      send: 'Send feedback',
    },
    errors: {
      reason: 'Choose a reason',
      long: 'What you write must be 500 characters or fewer',
      proof: 'The check did not work. Send your feedback again',
      tooMany: (until: Date, timeZone: string) =>
        `A lot of feedback came from your network. Send yours again after ${sayTime(until, timeZone)}`,
    },
    done: {
      thanks: { title: 'Thank you', text: 'We are glad that the article helped.' },
      sent: {
        title: 'Feedback sent',
        text: 'Thank you. Whoever looks after the article will read it.',
      },
      held: {
        title: 'Feedback sent',
        text: 'Thank you. A person reads it before it counts.',
      },
    },
    allHelp: 'See all help articles',
    stillStuck: 'Still stuck?',
    otherArticles: 'Look for another article',
    contactUs: 'Contact us',
  },
});

export type FeedbackWords = (typeof feedbackWords)['en'];
