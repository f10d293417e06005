import { catalogue } from '../kernel/words.ts';

/** What is kept of an account as a short name of ours, as its owner reads it. */
export const accountValuesWords = catalogue({
  en: {
    languages: { en: 'English', pseudo: 'Test language' },
    contactNeeds: {
      'large-print': 'Letters in large print',
      'no-calls': 'No phone calls',
      'text-relay': 'Calls through Relay UK (text relay)',
      interpreter: 'An interpreter',
    },
    /** Of support staff; the portal's roles are named in the settings. */
    staffRoles: {
      agent: 'Support agent',
      senior: 'Senior support agent',
      accounts: 'Support accounts',
      editor: 'Support editor',
      administrator: 'Support administrator',
    } as Record<string, string>,
  },
});
