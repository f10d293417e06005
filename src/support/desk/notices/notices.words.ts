import { catalogue } from '../../../kernel/words.ts';
import type { NoticePlace } from '../../notices/notice.ts';

const tickets = (count: number) => (count === 1 ? '1 ticket' : `${count} tickets`);

export const noticesWords = catalogue({
  en: {
    title: 'Service notices',
    lead: 'Tell everybody about trouble that you know of, so that nobody needs to ask.',
    publishNew: 'Publish a notice',
    current: 'Shown now',
    noneCurrent: 'No notice is shown now.',
    past: 'Ended',
    columns: { title: 'Notice', places: 'Where', from: 'From', until: 'Until', tickets: 'Tickets' },
    back: 'Service notices',
    places: {
      'log-in': 'Log in pages',
      help: 'Help pages',
      contact: 'Contact pages',
    } satisfies Record<NoticePlace, string> as Record<NoticePlace, string>,
    untilEnded: 'Until somebody ends it',
    form: {
      publishTitle: 'Publish a notice',
      changeTitle: 'Change the notice',
      title: 'What does not work',
      titleHint: 'One sentence, like “We are having problems with text messages”.',
      body: 'What people can do, and when you expect it to work again (optional)',
      places: 'Where it is shown',
      endsOn: 'The day it ends (optional)',
      endsOnHint:
        'It stops being shown by itself. Leave it empty to end it yourself. For example, 27 3 2026.',
      endsAt: 'The time it ends (optional)',
      endsAtHint: 'For example, 17:30.',
      preview: 'Continue',
    },
    errors: {
      noTitle: 'Enter what does not work',
      longTitle: 'What does not work must be 200 characters or fewer',
      longBody: 'What people can do must be 2,000 characters or fewer',
      noPlace: 'Choose where the notice is shown',
      badDay: 'Enter a real date',
      noDay: 'Enter the day it ends',
      noTime: 'Enter the time it ends, like 17:30',
      past: 'The end must be in the future',
    },
    check: {
      publishTitle: 'Check the notice before everybody sees it',
      changeTitle: 'Check the changed notice',
      looks: 'It will look like this:',
      where: 'Where',
      ends: 'Ends',
      publish: 'Publish now',
      change: 'Save the change',
      edit: 'Go back and change it',
    },
    one: {
      published: 'Published',
      publishedBy: (at: string, name: string | null) => (name ? `${at} by ${name}` : at),
      changed: 'Last changed',
      where: 'Where it is shown',
      ends: 'Ends',
      ended: 'Ended',
      linked: 'Tickets about it',
      linkedCount: (count: number, open: number) => `${tickets(count)} linked, ${open} open`,
      change: 'Change the notice',
      end: 'End the notice',
      answer: (open: number) => (open === 1 ? 'Answer the open ticket' : `Answer all ${open} open tickets`),
      history: 'What happened',
      event: (at: string, what: string, who: string | null) =>
        who ? `${at}: ${what}, ${who}` : `${at}: ${what}`,
    },
    progress: {
      heading: 'Answers to every ticket',
      going: (done: number, total: number) => `Answering: ${done} of ${tickets(total)} done`,
      done: (answered: number, at: string) => `Answered ${tickets(answered)} (written ${at})`,
      leftOut: (count: number) =>
        count === 1
          ? '1 ticket was left out: it was solved or closed in the meantime'
          : `${count} tickets were left out: they were solved or closed in the meantime`,
    },
    answer: {
      title: 'Answer every ticket about this notice',
      about: (open: number) => `Your answer goes to ${tickets(open)} and by email to everybody who asked.`,
      none: 'No open ticket is linked to this notice.',
      body: 'Your answer',
      bodyHint: 'Say what was wrong and what to do now. Write nothing that is about one person only.',
      after: 'Then',
      solves: 'Mark the tickets as solved',
      ends: 'End the notice',
      preview: 'Continue',
      checkTitle: 'Check your answer before it is sent',
      send: (open: number) => (open === 1 ? 'Send to 1 ticket' : `Send to ${open} tickets`),
      edit: 'Go back and change it',
      errors: {
        empty: 'Enter your answer',
        long: 'Your answer must be 10,000 characters or fewer',
      },
    },
    done: {
      published: 'The notice is published.',
      changed: 'The notice is changed.',
      ended: 'The notice has ended. Nobody sees it any more.',
      answering: 'Your answer is on its way to every open ticket.',
    },
    unchanged: {
      'ended-already': 'The notice had ended already. Nothing was changed.',
      'sent-already': 'This answer was sent already. Nothing was sent twice.',
      'nothing-open': 'No open ticket is linked to this notice. Nothing was sent.',
    },
  },
});

export type NoticesWords = (typeof noticesWords)['en'];
