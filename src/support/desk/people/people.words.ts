import { catalogue } from '../../../kernel/words.ts';

export const peopleWords = catalogue({
  en: {
    title: 'People',
    label: 'Name, email address, username or organisation',
    hint: 'Part of it is enough. For an organisation, its name or unique ID.',
    find: 'Find',
    tooShort: 'Enter at least 2 characters',
    caption: (count: number) => (count === 1 ? '1 person found' : `${count} people found`),
    more: (most: number) => `There are more than ${most}. Add more of the name or address to narrow it.`,
    nearly: 'Nobody is spelt exactly so. These names come near.',
    nobody: {
      heading: 'Nobody found',
      text: 'Check the spelling, or try the email address or the organisation. The person may have no account here.',
    },
    columns: { name: 'Name', email: 'Email address', organisations: 'Organisations', state: 'Account' },
    noOrganisation: 'None',
    supportStaff: 'Support staff',
    states: {
      invited: 'Not set up yet',
      active: 'Active',
      deactivated: 'Deactivated',
      closed: 'Closed',
    },
  },
});

export type PeopleWords = (typeof peopleWords)['en'];
