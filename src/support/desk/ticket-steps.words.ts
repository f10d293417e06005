import { catalogue } from '../../kernel/words.ts';

export const ticketStepsWords = catalogue({
  en: {
    title: 'What this ticket needs',
    'complete-registration': 'Complete this registration',
    became: {
      waiting: (reference: string, organisation: string) =>
        `Decide registration ${reference} of ${organisation}, which this ticket became`,
      approved: (reference: string, organisation: string) =>
        `Nothing more: it became registration ${reference} of ${organisation}, which was approved`,
      refused: (reference: string, organisation: string) =>
        `Nothing more: it became registration ${reference} of ${organisation}, which was refused`,
    },
    'someone-died': 'Messages and account of who died: stop them, or see that they are stopped',
    byAdministrator: (step: string) => `${step}: an administrator does this. Assign the ticket to one.`,
  },
});
