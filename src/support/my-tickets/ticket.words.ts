import type { Duration } from '../../kernel/duration.ts';
import { sayDuration, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const ticketWords = catalogue({
  en: {
    reference: (reference: string) => `Ticket ${reference}`,
    back: 'Your tickets',
    facts: {
      state: 'State',
      subject: 'Subject',
      asked: 'Asked on',
      organisation: 'Organisation',
      people: 'Who else it concerns',
      account: 'Your account',
      proven: 'We know that it is yours',
      follows: 'You asked before in',
      followedBy: 'You asked again in',
      splitFrom: 'Was part of',
      splitOff: 'Part of it is now in',
    },
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    person: {
      agreed: (name: string) => `${name} agreed that you can help`,
      asked: 'The person you want to help has not agreed yet',
      asker: (name: string) => `${name} asked this`,
    },
    expected: (at: Date, timeZone: string) => `We expect to answer by ${sayMoment(at, timeZone)}.`,
    late: 'We are later with our answer than we said. We are sorry, and will answer as soon as we can.',
    waitsForAgreement:
      'We cannot tell you anything until the person you want to help agrees. We have asked them by email. You see here what you wrote.',
    held: 'We wait for you to confirm your email address. Follow the link in our email, or type its code.',
    confirm: 'Type the code',
    merged: 'We have joined this with another ticket, because both are about the same thing.',
    mergedOpen: 'Open the other ticket',
    messages: 'Messages',
    none: 'There are no messages yet.',
    you: 'You',
    support: 'Support',
    quoted: 'Show what this email repeated',
    files: {
      hidden: (count: number) =>
        count === 1 ? 'This ticket has 1 file.' : `This ticket has ${count} files.`,
      prove: 'Get a code to see files',
    },
    reply: {
      title: 'Reply',
      reopenTitle: 'Is it not solved?',
      reopen: 'Tell us what is still wrong. That opens the ticket again.',
      label: 'Your message',
      hint: 'Do not write passwords or security codes. Write about your health only as far as we need it to help.',
      button: 'Send',
    },
    solve: {
      title: 'Is it solved?',
      what: 'If you need nothing more, tell us. You can open the ticket again if you were too quick.',
      button: 'This is solved',
    },
    rate: {
      title: 'How was our help?',
      label: 'Was our help good or bad?',
      good: 'Good',
      bad: 'Bad',
      words: 'What should we know about it? (optional)',
      button: 'Send your rating',
    },
    rated: {
      good: 'You said that our help was good. Thank you.',
      bad: 'You said that our help was bad. We are sorry, and will look at why.',
    },
    unsent: {
      title: 'Your message was not sent',
      closed: 'The ticket was closed while you wrote',
      past: (life: Duration) =>
        `The link you came by opens the ticket for ${sayDuration(life)}, and that time is over`,
      label: 'What you wrote',
      copy: 'Copy it, and ask a new question with it.',
      openAgain:
        'Leave this page open. In another window of this browser, open the ticket by the link in our newest email, or log in. Then come back here and send.',
      logIn: 'Log in to your tickets (opens in a new window)',
    },
    closed: 'This ticket is closed. You cannot write on it any more.',
    askAgain: 'Ask a new question about it',
    follower:
      'Your question was joined with this ticket. You see our answers here. To tell us more, ask a new question.',
    leave: 'Leave this ticket',
    leaveWhat: 'You came by a link. Leave the ticket when others use this device.',
    done: {
      reply: 'Your message is sent',
      solved: 'Thank you. The ticket is solved',
      rated: 'Thank you for telling us',
      proven: 'You can see the files now',
      nothing: 'Nothing was changed: the ticket is in another state by now',
    },
    errors: {
      noMessage: 'Enter your message',
      longMessage: (most: number) =>
        `Your message must be ${most.toLocaleString('en-GB')} characters or fewer`,
      tooMany: 'You have sent many messages on this ticket. Wait an hour, or call us',
      isClosed: 'The ticket was closed meanwhile. Ask a new question',
      noRating: 'Choose whether our help was good or bad',
      longWords: (most: number) =>
        `What you write must be ${most.toLocaleString('en-GB')} characters or fewer`,
    },
  },
});

export type TicketWords = (typeof ticketWords)['en'];
