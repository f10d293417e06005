import { catalogue } from '../../../kernel/words.ts';

export const dashboardWords = catalogue({
  en: {
    title: 'Dashboard',
    lead: 'How support is doing. Tickets whose address nobody confirmed, and tickets merged into others, are not counted.',
    period: 'Show',
    periods: { 4: 'The last 4 weeks', 12: 'The last 12 weeks', 26: 'The last 26 weeks' },
    show: 'Show',
    none: 'No ticket was opened in this time',
    noneText: 'Choose a longer time, or come back when somebody has asked.',
    now: 'At a glance',
    facts: {
      opened: 'Tickets opened',
      waiting: 'Waiting for us now',
      answered: 'First answers in time',
      solved: 'Solved in time',
      good: 'Good ratings',
      selfService: 'Answered without a ticket',
    },
    ofRated: (percent: number, rated: number) =>
      `${percent}% of ${rated} ${rated === 1 ? 'rating' : 'ratings'}`,
    percentOf: (percent: number, counted: number) => `${percent}% of ${counted}`,
    unknown: 'Nothing to say yet',
    selfServiceIs: (percent: number, answered: number) =>
      `${percent}%: ${answered} ${answered === 1 ? 'person' : 'people'} found the answer while asking`,
    reads: (reads: number, searches: number, nothing: number) =>
      `Articles were read ${reads} times. People searched ${searches} times, and ${nothing} times found nothing.`,
    week: 'Week from',
    subject: 'Subject',
    age: 'Waiting since',
    day: (day: string) => sayDay(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: (day: string) => sayDay(day, { day: 'numeric', month: 'short' }),
    percent: (value: number) => `${value}%`,
    charts: {
      volume: {
        title: 'Tickets opened each week',
        says: 'How many tickets of each week are solved by now, and how many are not.',
        series: ['Solved by now', 'Not solved yet'],
      },
      subjects: {
        title: 'Tickets by subject',
        says: 'How many tickets were opened about each subject, the most first.',
        series: ['Tickets'],
      },
      answers: {
        title: 'First answers',
        says: 'How many first answers of each week came within the time that people were told, and how many did not.',
        series: ['In time', 'Late'],
      },
      solutions: {
        title: 'Solutions',
        says: 'How many tickets of each week were solved within the time set for them, and how many were not.',
        series: ['In time', 'Late'],
      },
      ratings: {
        title: 'Satisfaction',
        says: 'How many people rated our help good and bad, by the week in which they asked.',
        series: ['Good', 'Bad'],
      },
      backlog: {
        title: 'Tickets that wait for us, by age',
        says: 'How long the tickets have existed that wait for us now.',
        series: ['Tickets'],
        ages: {
          day: 'Less than a day',
          threeDays: '1 to 3 days',
          week: '3 to 7 days',
          older: 'A week or more',
        },
      },
    },
  },
});

const sayDay = (day: string, shape: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export type DashboardWords = (typeof dashboardWords)['en'];
