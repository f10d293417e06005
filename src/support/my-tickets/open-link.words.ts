import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const openLinkWords = catalogue({
  en: {
    open: {
      title: 'Open your ticket',
      what: (reference: string) => `This opens ticket ${reference} on this device, and nothing else.`,
      lasts: (life: Duration) => `It stays open for ${sayDuration(life)}.`,
      button: 'Open the ticket',
    },
    past: {
      title: 'This link does not work any more',
      what: 'It has run out. We can send a new one to the email address that this one was sent to.',
      button: 'Send a new link',
      logIn: 'Or log in to see all your tickets',
    },
    closed: {
      title: 'This ticket is closed',
      what: 'Links in emails do not open it any more. Log in to read it.',
      button: 'Log in to your tickets',
    },
    again: {
      title: 'Check your email',
      what: 'If the ticket can still be opened, we have sent a new link to the address that the old one was sent to.',
      logIn: 'Log in to your tickets',
    },
    documents: {
      title: 'Get a code to see files',
      what: 'Files can hold private things. So we check once more that you read the email address this ticket belongs to.',
      send: 'Email me a code',
      sent: 'We have sent a code to the email address that your link was sent to.',
      code: 'Code',
      codeHint: '8 numbers, like 1234 5678',
      button: 'Continue',
      again: 'Send another code',
      noCode: 'Enter the code from the email',
      refused: 'The code is not right, or has stopped working. Check it, or have another one sent',
    },
    email: {
      hello: 'Hello,',
      againSubject: (reference: string) => `A new link to your ticket ${reference}`,
      again: (reference: string) => `Somebody asked for a new link to your ticket ${reference}.`,
      button: 'Open the ticket',
      lives: (life: Duration) => `This link works for ${sayDuration(life)}.`,
      notYou: 'If it was not you, do nothing. Nobody can open the ticket without this email.',
      codeSubject: (reference: string) => `Your code for the files of ticket ${reference}`,
      code: (reference: string) => `Type this code to see the files of ticket ${reference}:`,
      codeLives: (life: Duration) => `It works once, for ${sayDuration(life)}.`,
      codeNotYou: 'If it was not you, do nothing. Nobody can see the files without this code.',
    },
  },
});

export type OpenLinkWords = (typeof openLinkWords)['en'];
