import { catalogue } from '../../../kernel/words.ts';

export const factorResetsWords = catalogue({
  en: {
    title: 'Request: cannot get a security code',
    back: 'Tasks',
    person: 'Person',
    reference: 'Reference',
    asked: 'Asked on',
    state: 'State',
    states: {
      waiting: 'Waits',
      withdrawn: (moment: string) => `Closed on ${moment}: the person logged in with a code again`,
      stopped: (moment: string) => `Stopped on ${moment} by “this was not me”`,
      answered: (moment: string) => `Answered on ${moment}`,
    },
    reason: 'Why',
    reasons: {
      'lost-phone': 'Phone lost, stolen or broken',
      'new-number': 'New phone number',
      'no-signal': 'No signal, or texts do not arrive',
      'app-deleted': 'App deleted, or on an old phone',
      other: 'Something else',
    },
    words: 'In their words',
    phone: 'Call them on',
    nothing: 'Not given',
    where: 'Log in',
    realms: { portal: 'Portal', support: 'Staff' },
    known: 'What is certain',
    certain: [
      'Whoever asked entered the right password. That is all: it may be somebody else.',
      'The number and the words come from whoever asked. Nobody has checked them.',
    ],
    next: 'What you can do',
    can: [
      'Help the person to find a way they have: recovery codes, the old SIM card, another device with a passkey. Once they log in with a code, this request closes by itself.',
      'Contact them at the email address of the account, not only at the number above.',
      'If they say that it was not them, ask them to press “This was not me” in the email we sent.',
    ],
    cannot:
      'Nobody at the desk can take security codes off an account yet: that will need a check of who the person is, which this service does not have so far. The request waits. Do not change the email address or number of the account to get round it.',
  },
});

export type FactorResetsWords = (typeof factorResetsWords)['en'];
