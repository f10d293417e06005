import { catalogue } from '../../../kernel/words.ts';

export const besideTicketWords = catalogue({
  en: {
    title: 'About the person',
    notProven: 'Nobody has proven which account is theirs. Give general advice only.',
    check: 'Check who it is',
    notYours: 'Your role does not show people’s accounts.',
    whole: 'See everything about this person',
    state: 'State',
    email: 'Email address',
    entry: 'Password and code entry',
    open: 'Open',
    closedUntil: (step: 'password' | 'code', moment: string) =>
      `${step === 'password' ? 'Password' : 'Code'} entry is closed until ${moment}`,
    closedUntilSupport: (step: 'password' | 'code') =>
      `${step === 'password' ? 'Password' : 'Code'} entry is closed until support opens it`,
    lastLogIn: 'Last log in',
    never: 'Never',
    events: 'What happened lately',
    noEvents: 'Nothing is on record.',
    messages: 'Messages sent',
    noMessages: 'No message was sent to this account.',
    organisation: 'Organisation',
    noOrganisation: 'None is known.',
    administrators: 'Who looks after its people',
    nobody: 'Nobody at the moment',
    mainContact: 'main contact',
    deputy: 'deputy',
    earlier: 'Other tickets of theirs',
    noEarlier: 'This is the first.',
  },
});

export type BesideTicketWords = (typeof besideTicketWords)['en'];
