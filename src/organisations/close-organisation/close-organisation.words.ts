import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const calendarDay = (day: string) => sayDay(new Date(`${day}T12:00:00Z`), 'UTC');

export const closeOrganisationWords = catalogue({
  en: {
    closed: {
      subject: (organisation: string) => `${organisation} has closed: what happens here`,
      title: 'Your organisation has closed',
      what: (organisation: string, day: string) =>
        `The national register says that ${organisation} closed on ${calendarDay(day)}.`,
      until: (day: string) =>
        `Everybody who has access can look at everything until ${calendarDay(day)}, and change nothing. Nobody can be added or removed.`,
      afterwards:
        'After that day their access ends by itself. Their accounts stay theirs, with any access they have elsewhere.',
      successor:
        'If another organisation takes over, tell support which: people you choose together can be moved there.',
      wrong: (phone: string, email: string) =>
        `If this is wrong, tell support: call ${phone} or write to ${email}.`,
    },
    branchClosed: {
      subject: (branch: string) => `${branch} has closed`,
      title: 'One of your branches has closed',
      what: (branch: string, practice: string, day: string) =>
        `The national register says that ${branch}, a branch of ${practice}, closed on ${calendarDay(day)}.`,
      limited: (count: number) =>
        count === 1
          ? '1 of your people works only at this branch.'
          : `${count} of your people work only at this branch.`,
      until: (day: string) =>
        `They can look at everything until ${calendarDay(day)}. After that their access ends, unless you give them another branch or the whole practice before.`,
      button: 'Look at your people',
    },
    ownBranch: {
      subject: (branch: string) => `${branch} has closed: your access`,
      title: 'Your branch has closed',
      what: (branch: string, day: string) =>
        `The national register says that ${branch} closed on ${calendarDay(day)}. Your access is for this branch only.`,
      until: (day: string) =>
        `You can look at everything until ${calendarDay(day)}, and change nothing. After that your access ends.`,
      ask: (practice: string) =>
        `If you work somewhere else for ${practice} now, ask its main contact to change your access.`,
    },
    openAgain: {
      subject: (organisation: string) => `${organisation} is open again`,
      title: 'Open again',
      what: (organisation: string) =>
        `The national register no longer says that ${organisation} is closed. Everything works as before.`,
      check: 'Please check that everybody who should have access still has it.',
    },
    branchGone: {
      subject: (branch: string) => `${branch} belongs to another practice now`,
      title: 'One of your branches has moved',
      what: (branch: string, practice: string) =>
        `The national register says that ${branch} belongs to ${practice} now.`,
      ended: (names: string) => `These people worked only there, so their access ended: ${names}.`,
      next: (practice: string) =>
        `If any of them work for ${practice} elsewhere, create them as new users with the right branch. If they still work at the branch, its new practice gives them access.`,
      button: 'Look at your people',
    },
    branchCame: {
      subject: (branch: string) => `${branch} belongs to your practice now`,
      title: 'A branch has come to you',
      what: (branch: string, practice: string) =>
        `The national register says that ${branch} belongs to ${practice} now. You look after its people.`,
      nobody: 'Nobody’s access has come with it.',
      next: 'Create a user for each person who works there, and choose this branch.',
      button: 'Look at your people',
    },
  },
});
