import { catalogue } from '../../../kernel/words.ts';

export const tasksWords = catalogue({
  en: {
    title: 'Tasks',
    openCaption: 'Open, oldest first',
    doneCaption: 'Done, newest first',
    showOpen: 'Show open tasks',
    showDone: 'Show tasks that are done',
    columns: {
      what: 'What to do',
      about: 'About',
      waiting: 'Waiting since',
      reference: 'Reference',
      done: 'Done',
    },
    waits: (moment: string, elapsed: string) => `${moment} (${elapsed})`,
    finish: 'Mark as done',
    doneBy: (moment: string, name: string) => `${moment} by ${name}`,
    aboutNobody: 'Nobody',
    none: {
      open: { heading: 'No task waits', text: 'New registrations and other work for staff appear here.' },
      done: { heading: 'No task has been done yet', text: 'What staff finish is kept here.' },
    },
  },
});

export type TasksWords = (typeof tasksWords)['en'];
