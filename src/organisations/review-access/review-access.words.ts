import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const calendarDay = (day: string) => sayDay(new Date(`${day}T12:00:00Z`), 'UTC');

export const reviewAccessWords = catalogue({
  en: {
    title: 'Review who has access',
    back: 'Back to User management',
    lead: (organisation: string) =>
      `These people can use this service for ${organisation}. Keep those who still need to, and remove the others.`,
    until: (day: Date, timeZone: string) => `Finish it by ${sayDay(day, timeZone)}.`,
    overdue: (day: Date, timeZone: string) =>
      `This review was due by ${sayDay(day, timeZone)}. Please finish it now.`,
    nothingYet: 'Nobody loses access before you finish the review.',
    first: 'Look at these people first',
    others: 'Everybody else',
    othersText: 'To keep all of these people, use “Keep everybody else” at the end of the page.',
    noOthers: 'There is nobody else to ask you about.',
    keep: 'Keep',
    remove: 'Remove',
    rolesAre: (roles: string) => `Roles: ${roles}`,
    noRoles: 'No roles',
    onlyAt: (branch: string) => `Only at ${branch}`,
    reasons: {
      notAccepted: (day: Date, timeZone: string) =>
        `Invited on ${sayDay(day, timeZone)}, and has not accepted`,
      neverUsed: (day: Date, timeZone: string) =>
        `Has had access since ${sayDay(day, timeZone)}, and never used it here`,
      unused: (day: Date, timeZone: string) => `Has not used it here since ${sayDay(day, timeZone)}`,
      endPassed: (day: string) => `Their end date was ${calendarDay(day)}`,
      endNear: (day: string) => `Their end date is ${calendarDay(day)}`,
      'shared-address': 'Their email address looks shared: anybody who reads it could log in as this person',
      'works-elsewhere': 'Also works at another organisation',
      'account-not-active': 'Their account is not active',
    },
    save: 'Save and come back later',
    keepOthers: 'Keep everybody else, and continue',
    continue: 'Continue',
    notAsked: {
      heading: 'You are not asked about',
      text: 'Nobody reviews their own access, or that of people whose access they cannot end.',
    },
    saved: (left: number) =>
      left === 0 ? 'Your answers are saved' : `Your answers are saved. ${people(left)} still to answer for`,
    errors: {
      notAnswered: (left: number) =>
        left === 1
          ? 'Choose keep or remove for 1 more person'
          : `Choose keep or remove for ${left} more people`,
      answerThis: (name: string) => `Choose keep or remove for ${name}`,
      notYours: (names: string) =>
        `${names}: another administrator marked them to be removed, and you cannot end their access. The main contact can finish this review`,
      changed: 'The answers changed while you were reading. Look at them again',
    },
    none: {
      heading: 'No review is waiting',
      next: (day: Date, timeZone: string) => `The next one begins on ${sayDay(day, timeZone)}.`,
      never: 'Reviews are not asked for here. You can remove people at any time in User management.',
    },
    finish: {
      title: 'Finish the review',
      keeping: (count: number) =>
        count === 1 ? '1 person keeps their access.' : `${count} people keep their access.`,
      removing: (count: number) =>
        count === 0
          ? 'Nobody loses access.'
          : `${people(count)} will lose access to this organisation at once:`,
      told: 'They are told that their access has ended, and not why. You can undo each removal for a time, on the person’s own page.',
      button: 'Finish the review',
      change: 'Change answers',
    },
    past: {
      title: 'Reviews until now',
      none: 'None has been finished yet.',
      columns: { finished: 'Finished', by: 'By', kept: 'Kept', removed: 'Removed', late: 'On time' },
      onTime: 'Yes',
      late: 'Late',
      unknown: 'Somebody whose account is gone',
    },
    one: {
      title: (day: Date, timeZone: string) => `Review of ${sayDay(day, timeZone)}`,
      opened: 'Began',
      finished: 'Finished',
      by: 'Finished by',
      kept: 'Kept',
      removed: 'Removed',
      answers: 'What was decided',
      nobody: 'There was nobody to decide about.',
      columns: { name: 'Name', decision: 'Decision', by: 'Decided by', on: 'On' },
      decisions: { keep: 'Kept', remove: 'Removed' },
      back: 'Back to reviews',
      done: 'The review is finished',
    },
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    emails: {
      dear: (name: string) => `Dear ${name},`,
      how: 'It is one page. People who have not used their access, whose end date has come, or whose email address looks shared come first.',
      button: 'Review who has access',
      opened: {
        subject: (organisation: string) => `Review who has access to ${organisation}`,
        title: 'Please review who has access',
        what: (organisation: string, due: Date, timeZone: string) =>
          `Please look at everybody who has access to ${organisation}, and keep or remove each of them, by ${sayDay(due, timeZone)}.`,
      },
      reminder: {
        subject: (organisation: string) => `Reminder: review who has access to ${organisation}`,
        title: 'The review is not finished yet',
        what: (organisation: string, due: Date, timeZone: string) =>
          `Please finish the review of who has access to ${organisation} by ${sayDay(due, timeZone)}.`,
      },
      escalation: {
        subject: (organisation: string) => `Overdue: review who has access to ${organisation}`,
        title: 'The review is overdue',
        what: (organisation: string, due: Date, timeZone: string) =>
          `The review of who has access to ${organisation} was due by ${sayDay(due, timeZone)}. We ask the main contact and every deputy: whoever comes first can do it.`,
      },
    },
  },
});

export type ReviewAccessWords = (typeof reviewAccessWords)['en'];
