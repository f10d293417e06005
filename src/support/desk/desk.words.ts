import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const inUnits = (milliseconds: number): [count: number, unit: string] => {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 120) return [minutes, 'minute'];
  return minutes < 48 * 60 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
};

/** How long something has gone on, rounded down: "3 days". */
function sayElapsed(since: Date, now: Date): string {
  const [count, unit] = inUnits(now.getTime() - since.getTime());
  if (count < 1) return 'less than a minute';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Words that all pages of the desk share. */
export const deskWords = catalogue({
  en: {
    sections: {
      tickets: 'Tickets',
      mail: 'Email',
      tasks: 'Tasks',
      registrations: 'Registrations',
      people: 'People',
      registers: 'Registers',
      dashboard: 'Dashboard',
      helpCentre: 'Help centre',
      articles: 'Articles',
      feedback: 'Feedback',
      notices: 'Notices',
      staff: 'Staff',
      activity: 'Activity',
    },
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    elapsed: sayElapsed,
    /** Stands for the organisation that runs the service, where staff are listed among other people. */
    supportStaff: 'Support staff',
    /** A task is a kind of staff work that is not a ticket. */
    tasks: {
      'check-registration': 'Check a registration',
      'closing-asked': 'Close an account of a last main contact',
      'main-contact-gone': 'Decide about a new main contact',
      'no-administrator': 'Find somebody to look after an organisation’s people',
      'correction-asked': 'Answer a request for a correction',
      'email-change-stopped': 'Look at a stopped email change',
      'factor-reset': 'Help a person who cannot get a security code',
      'successor-needed': 'See to the people of an organisation that closed',
      'invitation-not-me': 'Look at an invitation: “this is not me”',
      'not-me': 'Look at an account: “this was not me”',
      'leaver-report': 'Somebody has left, and nobody of the organisation can remove them',
      'security-concern': 'Look at an account: removed for a security concern',
      'unused-administrator': 'Look at an account: unused, and nobody else looks after its organisation',
    } as Record<string, string>,
    otherTask: (kind: string) => kind.replaceAll('-', ' '),
    /** Of staff; the portal's roles are named in the settings. */
    roles: {
      agent: 'Agent',
      senior: 'Senior agent',
      accounts: 'Accounts',
      editor: 'Editor',
      administrator: 'Administrator',
    } as Record<string, string>,
    otherRole: (role: string) => role.replaceAll('-', ' '),
    reason: {
      label: 'Reason',
      hint: 'Kept on record. Colleagues and auditors read it, and so does the person, in their account.',
      empty: 'Enter a reason',
      short: 'Reason must be 3 characters or more',
      long: 'Reason must be 500 characters or fewer',
    },
    cancel: 'Cancel',
  },
});

export type DeskWords = (typeof deskWords)['en'];

export const taskName = (kind: string, words: DeskWords): string =>
  words.tasks[kind] ?? words.otherTask(kind);

export const roleName = (role: string, words: DeskWords): string =>
  words.roles[role] ?? words.otherRole(role);
