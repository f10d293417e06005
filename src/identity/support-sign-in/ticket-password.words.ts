import { catalogue } from '../../kernel/words.ts';

export const ticketPasswordWords = catalogue({
  en: {
    title: 'Choose a password for your tickets',
    changeTitle: 'Change the password for your tickets',
    optional:
      'You do not need a password. Without one, we email you a link and a code each time you log in on a new device.',
    separate: 'It opens your tickets only. It does not change how you log in anywhere else.',
    label: 'New password',
    save: 'Save the password',
    skip: 'Go on without a password',
    remove: {
      title: 'Remove the password',
      what: 'You then log in with a link or a code that we email to you.',
      button: 'Remove the password',
    },
    email: {
      hello: 'Hello,',
      chosenSubject: 'A password was chosen for your tickets',
      removedSubject: 'The password for your tickets was removed',
      chosen: (service: string) =>
        `Somebody who was logged in to your ${service} support tickets chose a new password for them.`,
      removed: (service: string) =>
        `Somebody who was logged in to your ${service} support tickets removed their password.`,
      others: 'Every other browser was logged out.',
      notYou:
        'If it was not you, log in with a link that we email to you, and choose a new password. That logs everybody else out.',
      button: 'Choose a new password',
    },
  },
});

export type TicketPasswordWords = (typeof ticketPasswordWords)['en'];
