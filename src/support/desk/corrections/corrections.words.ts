import { catalogue } from '../../../kernel/words.ts';

export const correctionsWords = catalogue({
  en: {
    title: 'Request for a correction',
    back: 'Tasks',
    person: 'Person',
    asked: 'Asked on',
    text: 'What the person wrote',
    erased: 'This request was dealt with, and what the person wrote is erased.',
    law: 'The person has a right to an answer within 1 month of asking. Correct what is wrong, or say why you do not.',
    answer: 'What was done',
    hint: 'We send it to the person by email, word for word. Then what they wrote is erased.',
    send: 'Send the answer',
    errors: {
      empty: 'Enter what was done',
      short: 'Say a little more, in 10 characters or more',
      long: 'The answer must be 2,000 characters or fewer',
    },
    done: { answered: 'The answer is on its way, and the task is done.' },
    unchanged: { 'answered-already': 'A colleague had answered already. Nothing was sent.' },
  },
});

export type CorrectionsWords = (typeof correctionsWords)['en'];
