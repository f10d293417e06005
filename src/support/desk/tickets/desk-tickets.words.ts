import { sayAgo, sayDay, sayMoment } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Rounded down, in the largest unit that says enough. */
function sayLength(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  return minutes < 48 * 60
    ? counted(Math.floor(minutes / 60), 'hour')
    : counted(Math.floor(minutes / 1440), 'day');
}

/** Working time is never said in days: nobody knows how long such a day is. */
const sayWorking = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes < 120 ? sayLength(milliseconds) : counted(Math.floor(minutes / 60), 'hour');
};

/** Words that all pages about tickets at the desk share. */
export const deskTicketsWords = catalogue({
  en: {
    queues: {
      'our-turn': 'All that wait for us',
      'first-answer': 'Needs a first answer',
      mine: 'Mine',
      'my-teams': 'My teams',
      unassigned: 'Not assigned',
      'waiting-for-us': 'They replied',
      'waiting-for-you': 'Waiting for them',
      urgent: 'Urgent',
      overdue: 'Overdue',
      held: 'Held',
      complaints: 'Complaints',
      'call-backs': 'Call-backs',
      solved: 'Solved',
      all: 'All tickets',
    },
    states: {
      held: 'Held: address not confirmed',
      new: 'New',
      open: 'Open',
      'waiting-for-you': 'Waiting for them',
      'waiting-for-us': 'Waiting for us',
      solved: 'Solved',
      closed: 'Closed',
    },
    priorities: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
    channels: { web: 'Web form', email: 'Email', phone: 'Telephone', staff: 'Made by staff' },
    clock: {
      stopped: 'No clock runs',
      kinds: { 'first-answer': 'First answer', solve: 'Solve' },
      left: (working: number) => `${sayWorking(working)} left`,
      overdue: (since: number) => `Overdue by ${sayLength(since)}`,
      by: (at: Date, timeZone: string) => `by ${sayMoment(at, timeZone)}`,
      complaint: (days: number) =>
        days < 0
          ? `Complaint overdue by ${counted(-days, 'day')}`
          : days === 0
            ? 'Complaint: answer today'
            : `Complaint: ${counted(days, 'day')} left`,
      callBack: 'Call back',
    },
    nobody: 'Nobody',
    noTeam: 'No team',
    writers: {
      support: (name: string) => `${name}, support`,
      note: (name: string) => `Note of ${name}, for staff only`,
      system: 'The system',
      report: 'Report about a message',
    },
    otherSubject: (key: string) => key.replaceAll('-', ' '),
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    ago: (at: Date, now: Date) => sayAgo(at, now),
    back: 'Back to the list',
    backToTicket: 'Back to the ticket',
    gone: 'Somebody whose account is gone',
  },
});

export type DeskTicketsWords = (typeof deskTicketsWords)['en'];
