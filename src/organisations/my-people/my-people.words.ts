import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { RemovalReason } from '../members/member.ts';
import type { AddPlan, LeftOut } from './add-to-several.ts';
import type { TaskKind } from './my-people.store.ts';
import type { RemovalPlan } from './remove-from-several.ts';

const tasks: Record<TaskKind, (name: string) => string> = {
  handover: () => 'You are asked to become the main contact',
  'main-contact': (name) => `${name} asks to become main contact: tell support if that is wrong`,
  request: (name) => `${name} asks for access`,
  leaver: (name) => `${name} is said to have left`,
  review: () => 'Review who has access',
  'not-delivered': (name) => `The invitation of ${name} was not delivered`,
  expiring: (name) => `${name} has not accepted the invitation yet`,
  ending: (name) => `The access of ${name} ends`,
  returning: (name) => `${name} is back from leave`,
};

const added: Record<AddPlan['outcome'], { planned: string; done: string }> = {
  invited: { planned: 'They are invited', done: 'Invited' },
  'already-member': {
    planned: 'Nothing: they are one of its people already',
    done: 'One of its people already',
  },
  'no-role': {
    planned: 'Nothing: none of these roles can be given',
    done: 'Not invited: no role can be given',
  },
  'not-allowed': {
    planned: 'Nothing: you may not add people there',
    done: 'Not invited: you may not add people there',
  },
};

const removed: Record<RemovalPlan['outcome'], { planned: string; done: string }> = {
  ended: { planned: 'Their access ends at once', done: 'Access ended' },
  'already-ended': { planned: 'Nothing: their access has ended already', done: 'Access had ended already' },
  'not-allowed': {
    planned: 'Nothing: they are not yours to remove',
    done: 'Not removed: they are not yours to remove',
  },
  'last-administrator': {
    planned: 'Nothing: nobody else could look after its people. Name a deputy first, or hand over',
    done: 'Not removed: nobody else could look after its people',
  },
};

const leftOut: Record<LeftOut['because'], (role: string) => string> = {
  'not-yours': (role) => `Without ${role}: it is not yours to give there`,
  full: (role) => `Without ${role}: as many people as may have it already`,
};

const reasons: Record<RemovalReason, string> = {
  left: 'They have left',
  moved: 'They have moved to another practice',
  'role-changed': 'Their role has changed and they need no access',
  security: 'I have a security concern',
  other: 'Another reason',
};

const english = {
  title: 'My people',
  lead: 'Everybody you look after, at all your practices and branches.',
  none: {
    heading: 'You look after nobody’s access',
    text: 'Practices and branches where you are main contact, deputy or another administrator are listed here.',
    organisations: 'See your organisations',
  },
  tasks: {
    title: 'Waiting for you',
    nothing: 'Nothing is waiting for you.',
    cut: (shown: number) => `There are more than ${shown}. The others appear once these are done.`,
    what: 'What',
    where: 'Where',
    when: 'Date',
    kinds: tasks,
    somebody: 'Somebody',
  },
  places: {
    title: 'Your practices and branches',
    name: 'Organisation',
    active: 'Active',
    invited: 'Invited',
    onLeave: 'On leave',
    people: 'People',
    users: 'Users',
    usersOf: (name: string) => `of ${name}`,
    branchOf: (practice: string) => `Branch of ${practice}`,
    closed: 'Closed',
  },
  several: {
    title: 'At several places at once',
    add: 'Add a person to several',
    remove: 'Remove a person from several',
  },
  named: (name: string, code: string) => `${name} (${code})`,
  day: (at: Date, timeZone: string) => sayDay(at, timeZone),
  columns: { place: 'Practice or branch', plan: 'What will happen', result: 'What happened' },
  change: 'Change this',
  back: 'Back to my people',
  add: {
    title: 'Add a person to several practices',
    fullName: 'Full name',
    email: 'Work email address',
    emailHint: 'Their own address, that nobody else reads.',
    places: 'Where do they work?',
    placesHint: 'Choose each practice, or one branch of it if they are to have access there alone.',
    preview: 'See what will happen',
    check: 'Check before you add',
    about: (name: string, email: string) => `${name}, ${email}`,
    with: (roles: string[]) => `With: ${roles.join(', ')}`,
    added,
    leftOut,
    acceptance: 'They have access to each once they accept its invitation.',
    nobody: 'Nothing would be done. Change what you chose.',
    send: 'Add them',
    done: 'This is what was done',
    user: 'See this user',
    another: 'Add another person',
    shared: {
      heading: 'Several people may read this address',
      text: 'Whoever reads it could log in as this person. Use an address that is theirs alone.',
    },
  },
  remove: {
    title: 'Remove a person from several practices',
    find: 'Who?',
    findHint: 'Their email address, or their name.',
    search: 'Find',
    found: 'Found among your people',
    nobody: (typed: string) => `Nobody among your people fits “${typed}”`,
    nobodyHint: 'Check the spelling, or look for the email address.',
    name: 'Name',
    email: 'Email address',
    where: 'Where',
    choose: 'Choose',
    chooseTitle: (name: string) => `Where do you remove ${name}?`,
    places: 'Remove their access to',
    because: 'Why do you remove them?',
    reasons,
    securityHint: 'Support looks at their account. The person is not told why.',
    note: 'Note (optional)',
    noteHint: 'Only administrators of these organisations, support and auditors read it.',
    preview: 'See what will happen',
    check: 'Check before you remove',
    removed,
    told: 'We tell them that it ended, and when. We never tell them why.',
    undo: 'You can undo each removal for a time, on the page of the user.',
    nothing: 'Nothing would be done. Change what you chose.',
    send: 'Remove their access',
    done: 'This is what was done',
    user: 'See this user',
    another: 'Remove another person',
  },
  errors: {
    noName: 'Enter their full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter their work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noPlace: 'Choose at least one practice or branch',
    notMine: 'Choose only practices and branches that are on this page',
    twiceThere: (practice: string) => `Choose ${practice} or one branch of it, not both`,
    noFind: 'Enter their email address or name',
    noReason: 'Choose why you remove them',
    longNote: (most: number) => `Note must be ${most} characters or fewer`,
    noNote: 'Say in the note what the reason is',
  },
};

export const myPeopleWords = catalogue({ en: english });
export type MyPeopleWords = typeof english;
