import { catalogue } from '../../../../kernel/words.ts';

export const changeChosenWords = catalogue({
  en: {
    title: (count: number) =>
      count === 0 ? 'No ticket is chosen' : count === 1 ? 'Change 1 ticket' : `Change ${count} tickets`,
    howToChoose: 'Go back to the list, and tick the tickets that you want to change.',
    chosen: 'The chosen tickets',
    notYours: 'not yours: it stays as it is',
    leave: 'Leave as it is',
    nobody: 'Nobody',
    noTeam: 'No team',
    noNotice: 'None',
    fields: {
      assignee: 'Assigned to',
      team: 'Team',
      priority: 'Priority',
      state: 'State',
      tag: 'Add a tag',
      notice: 'Link to a notice',
    },
    stateHint: 'Nobody is written to.',
    change: 'Change them',
    problems: {
      none: 'Choose at least one ticket',
      many: 'Choose 100 tickets or fewer',
      nothing: 'Choose what is to be changed',
    },
    done: {
      title: 'This is what was done',
      caption: 'The chosen tickets',
      columns: { ticket: 'Ticket', outcome: 'What happened' },
      outcomes: {
        changed: 'Changed',
        'nothing-changed': 'It was so already',
        closed: 'Not changed: it is closed',
        'cannot-become': 'Not changed: it cannot go to that state from where it is',
        'not-assignable': 'Not changed: it cannot be given to this person',
        'no-such-team': 'Not changed: this team is not there any more',
        'no-such-notice': 'Not changed: this notice is not there any more',
        'not-yours': 'Not changed: it is not yours. Take it first',
        'not-found': 'Not changed: there is no such ticket that you may open',
      },
      counted: (changed: number, all: number) => `${changed} of ${all} changed.`,
    },
  },
});

export type ChangeChosenWords = (typeof changeChosenWords)['en'];
