import { catalogue } from '../../../../kernel/words.ts';

export const changeTicketWords = catalogue({
  en: {
    title: 'Assign or change the ticket',
    assignee: 'Assigned to',
    team: 'Team',
    priority: 'Priority',
    priorityHint: 'The clocks move with it: what was promised for the new priority, less the time used up.',
    state: 'State',
    unchanged: (now: string) => `Leave it: ${now}`,
    stateHint: 'Nobody is written to. To tell them something, answer the ticket.',
    tags: 'Tags',
    tagsHint: 'Separate them with commas, for example: password, invoice',
    notice: 'Notice about known trouble',
    noticeHint: 'One answer can then go to all tickets of the notice.',
    noNotice: 'None',
    ended: (title: string) => `${title} (over)`,
    save: 'Save the changes',
    problems: { tooManyTags: 'A ticket can have 20 tags at most', tooLong: 'The tags are too long' },
    spam: {
      title: 'Close this ticket as spam?',
      text: 'Nobody is written to. The ticket is closed and gets the tag “spam”. It cannot be opened again.',
      button: 'Close as spam',
      cancel: 'Cancel',
    },
  },
});

export type ChangeTicketWords = (typeof changeTicketWords)['en'];
