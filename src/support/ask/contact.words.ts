import { type Duration, hours, minutes } from '../../kernel/duration.ts';
import { sayDay, sayDuration, sayTime } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Contact us',
  intro: 'Before you contact us, see if you can fix it now.',
  forgotten: 'I have forgotten my details',
  search: 'Search the help articles',
  searchButton: 'Search',
  browse: 'See all help articles',
  ask: 'Ask support',
  askHint: 'You do not need an account. Choose what it is about:',
  yourQuestions: 'See what you asked before',
  call: 'Call or write',
  phone: 'Phone',
  relay: 'Relay UK',
  relayHow: (phone: string) => `If you cannot hear or speak on the phone, dial 18001 and then ${phone}`,
  email: 'Email',
  hours: 'When we answer',
  hoursAre: (days: string, times: string) => `${days}, ${times}`,
  openNow: 'We are open now.',
  closedNow: (opens: Date, timeZone: string) =>
    `We are closed now. We open on ${sayDay(opens, timeZone)} at ${sayTime(opens, timeZone)}.`,
  urgent: 'Urgent supplies',
  howLong: 'How long it takes',
  answerWithin: (within: Duration, roundTheClock: boolean) =>
    roundTheClock
      ? `We answer day and night, usually within ${sayDuration(within)}.`
      : `We usually answer within ${sayWorking(within)}.`,
  urgentWithin: (within: Duration, roundTheClock: boolean) =>
    roundTheClock
      ? `What is urgent comes first: usually within ${sayDuration(within)}.`
      : `What is urgent comes first: usually within ${sayWorking(within)}.`,
  whatToSay: {
    heading: 'What to tell us',
    intro: 'Tell us:',
    list: (hasOrganisations: boolean) => [
      hasOrganisations ? 'your name and the organisation you work for' : 'your name',
      'what you were trying to do, and what you saw',
      'the reference on the page, if there is one',
    ],
  },
  neverPassword: 'Do not tell us your password. We will never ask for it.',
};

/** "4 working hours": never days, because a day of work is shorter than one of the calendar. */
function sayWorking(within: Duration): string {
  const isWhole = within % hours(1) === 0;
  const count = Math.max(1, Math.ceil(within / (isWhole ? hours(1) : minutes(1))));
  return `${count} working ${isWhole ? 'hour' : 'minute'}${count === 1 ? '' : 's'}`;
}

export const contactWords = catalogue({ en: english });
export type ContactWords = typeof english;
