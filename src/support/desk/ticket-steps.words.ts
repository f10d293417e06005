import { catalogue } from '../../kernel/words.ts';

export const ticketStepsWords = catalogue({
  en: {
    title: 'What this ticket needs',
    'complete-registration': 'Complete this registration',
    'someone-died': 'Stop all messages and close the account',
    byAdministrator: (step: string) => `${step}: an administrator does this. Assign the ticket to one.`,
  },
});
