import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const calendarDay = (day: string) => sayDay(new Date(`${day}T12:00:00Z`), 'UTC');
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

export const helpOrganisationWords = catalogue({
  en: {
    caption: (code: string) => `Unique ID ${code}`,
    register: 'As the register says',
    here: 'As registered here',
    keys: {
      name: 'Name',
      uniqueId: 'Unique ID',
      address: 'Address',
      phone: 'Phone',
      status: 'Status',
      registered: 'Since',
      mailbox: 'Mailbox',
      requests: 'Requests for access',
      mainContact: 'Wish to be main contact',
    },
    statuses: { active: 'Open', closed: 'Closed', dormant: 'Dormant', proposed: 'Not open yet' },
    closesOn: (day: string) => `Closes on ${calendarDay(day)}`,
    closedOn: (day: string) => `Closed on ${calendarDay(day)}`,
    notRegistered: 'Not registered',
    none: 'None',
    waiting: (count: number) => (count === 0 ? 'None waiting' : `${count} waiting`),
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    closure: {
      heading: 'This practice has closed',
      until: (day: string) =>
        `Its people can look until ${calendarDay(day)}, and change nothing. Then their access ends.`,
      over: (day: string) => `Its people could look until ${calendarDay(day)}. Their access has ended.`,
      noticed: 'Its people will be told shortly.',
      successor: (name: string, code: string) => `Successor: ${name}, ${code}.`,
      noSuccessor: 'No successor is named.',
    },
    helpless: {
      heading: 'Nobody looks after the people of this practice',
      text: 'Somebody of the practice can ask online to become its main contact. Requests stand below until you decide them.',
    },
    successor: {
      heading: 'Name the successor',
      again: 'Name another successor',
      label: 'Unique ID of the practice that takes over',
      hint: 'Name it only when you have checked that it takes over, for example with the commissioner. Both practices are told.',
      button: 'Name the successor',
      nobodyText: 'If nobody takes over, or nobody needs to move, there is nothing more to do.',
      nobody: 'Nobody needs to move',
    },
    errors: {
      noCode: 'Enter a unique ID',
      unknown: 'No practice has this unique ID',
      branch: 'This is a branch. Enter the unique ID of its practice',
      itself: 'Enter the unique ID of another practice',
      'not-registered': 'This practice is not registered here. It has to register first',
      closed: 'This practice has closed too',
      'not-closing': 'This practice is open, or the time to move people is over',
      noPeople: 'Choose at least one person',
      successorClosed: 'The successor has closed meanwhile. Name another one',
    },
    members: {
      heading: 'People',
      none: 'Nobody has access.',
      caption: 'People with access',
      columns: { name: 'Name', state: 'State', roles: 'Roles', used: 'Last used here' },
      onlyAt: (branch: string) => `Only at ${branch}`,
      never: 'Not yet',
      noRoles: 'None',
    },
    move: {
      link: 'Move people to the successor',
      title: 'Move people',
      caption: (from: string, to: string) => `From ${from} to ${to}`,
      label: 'Who moves?',
      hint: 'Agree with both practices who moves. You see what happens to each of them before anything changes.',
      preview: 'Continue',
      nobody: 'Nobody is left who could be moved.',
    },
    preview: {
      title: 'Check before moving',
      caption: 'What happens to each person',
      columns: {
        name: 'Name',
        goes: 'What happens',
        brings: 'Roles that come along',
        leaves: 'Roles that do not',
      },
      goes: {
        new: (to: string) => `Gets access to ${to}`,
        joins: (to: string) => `Has access to ${to} already. Roles that are new there come along`,
      },
      stays: {
        'not-accepted': 'Stays: has not accepted the invitation. The successor can invite them',
        'branch-stays': 'Stays: works only at a branch that does not belong to the successor',
        'invited-there': 'Stays: is invited there already, and can accept',
      },
      why: {
        administers: (role: string) => `${role}: given by the successor itself`,
        full: (role: string) => `${role}: as many people have it there as may`,
        unknown: (role: string) => `${role}: there is no such role any more`,
        'other-place': (role: string) => `${role}: they work at another branch there`,
      },
      nothing: 'None',
      told: 'Each person, and those who look after people at both practices, are told by email. Access to the closed practice ends for everybody who moves.',
      confirm: (count: number) => `Move ${people(count)}`,
      back: 'Choose again',
      empty: 'Nobody you chose can be moved.',
    },
    done: {
      named: 'The successor is named, and both practices are told',
      moved: 'The people you chose are moved, and told',
      'nothing-moved': 'Nobody was moved: everybody you chose was moved already, or cannot be',
      'nobody-moves': 'The task is done: nobody is to be moved',
    } as Record<string, string>,
    emails: {
      successor: {
        subject: (from: string) => `Who takes over from ${from}`,
        title: 'A successor is named',
        what: (from: string, to: string) => `Support put on record that ${to} takes over from ${from}.`,
        old: 'Support can move the people you choose together to it. If this is wrong, tell support.',
        fresh: (to: string) =>
          `Support may move people from there to ${to}; you will be told who. If this is wrong, tell support.`,
      },
      you: {
        subject: (to: string) => `You now have access to ${to}`,
        title: 'Your access has moved',
        dear: (name: string) => `Dear ${name},`,
        what: (from: string, to: string) =>
          `${from} has closed, and ${to} takes over. Support moved your access there. Log in as before.`,
        roles: 'These roles came with you:',
        noRoles: 'No new roles came with you. The main contact there can give you those you need.',
        questions: (to: string) => `Questions: ask the main contact of ${to}.`,
        button: 'Open your new organisation',
      },
      people: {
        subject: (from: string, to: string) => `People moved from ${from} to ${to}`,
        title: 'People have moved',
        what: (from: string, to: string) => `${from} has closed. Support moved these people to ${to}:`,
        person: (name: string, roles: string) => (roles ? `${name}: ${roles}` : `${name}: no new roles`),
        check: (to: string) =>
          `Whoever looks after people at ${to} should check that each of them belongs there, and has the right roles.`,
        button: 'Look at your people',
      },
    },
  },
});

export type HelpOrganisationWords = (typeof helpOrganisationWords)['en'];
