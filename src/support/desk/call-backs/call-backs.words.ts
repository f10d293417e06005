import { catalogue } from '../../../kernel/words.ts';

export const callBacksWords = catalogue({
  en: {
    about: (reference: string) => `Ticket ${reference}`,
    back: 'Tickets',
    note: {
      title: 'Note a call-back',
      phone: 'Phone number',
      phoneHint: 'Use the number on record, not one that a caller gives you now.',
      phoneEmpty: 'Enter a phone number',
      phoneWrong: 'Enter a phone number, like 07700 900123',
      when: 'When',
      inHours: {
        '1': 'In an hour',
        '2': 'In 2 hours',
        '4': 'In 4 hours',
        '24': 'In a day',
        '72': 'In 3 days',
      } as Record<string, string>,
      whenEmpty: 'Choose when',
      note: 'Note',
      noteLong: 'Note must be 500 characters or fewer',
      button: 'Save the call-back',
    },
    list: {
      title: 'Call-backs',
      none: 'Nobody waits for a call',
      noneText: 'Call-backs that are promised on a ticket appear here, the earliest first.',
      caption: 'Call-backs',
      columns: { when: 'When', who: 'Who', phone: 'Number', ticket: 'Ticket', done: 'What became of it' },
      overdue: 'Overdue',
      outcomes: { spoken: 'We spoke', 'no-answer': 'No answer', 'not-needed': 'Not needed' },
      of: (name: string) => `(${name})`,
    },
    done: { 'call-back-done': 'The call-back is settled.' },
    unchanged: { 'done-already': 'Somebody else settled this call-back already.' },
  },
});

export type CallBacksWords = (typeof callBacksWords)['en'];
