import { catalogue } from '../../kernel/words.ts';

export const listPeopleWords = catalogue({
  en: {
    title: 'User management',
    about: 'Everybody who has access, is invited, or had access before.',
    branchOnly: 'You see the people who are limited to this branch.',
    create: 'Create new user',
    addMany: 'Add many from a file',
    download: 'Download this list',
    downloadHint:
      'A CSV file for a spreadsheet, with the people that fit the search. The download is on record.',
    home: 'Back to the organisation',
    filters: {
      title: 'More filters, and the order',
      find: 'Search',
      findHint: 'Part of a name, email address or job title.',
      state: 'State',
      role: 'Role',
      branch: 'Branch',
      sort: 'Order',
      anyRole: 'Any role',
      anyBranch: 'Anywhere',
      whole: 'Not limited to a branch',
      apply: 'Show',
      clear: 'Show all',
      states: {
        current: (count: number) => `Everybody with access or invited (${count})`,
        invited: (count: number) => `Invited (${count})`,
        active: (count: number) => `Active (${count})`,
        'on-leave': (count: number) => `On leave (${count})`,
        removed: (count: number) => `Removed (${count})`,
      },
      sorts: {
        name: 'Name, A to Z',
        'last-use': 'Not used for longest',
        state: 'State',
        added: 'Newest first',
      },
      roleOf: (service: string, role: string) => `${service}: ${role}`,
    },
    caption: (from: number, to: number, total: number) =>
      total <= to && from === 1
        ? total === 1
          ? '1 person'
          : `${total} people`
        : `People ${from} to ${to} of ${total}`,
    columns: {
      name: 'Name',
      state: 'State',
      roles: 'Roles',
      branch: 'Branch',
      lastUse: 'Last use here',
      addedBy: 'Added by',
      removedAt: 'Removed',
      removedBy: 'By',
      because: 'Why',
      hadRoles: 'Roles they had',
      email: 'Email address',
      jobTitle: 'Job title',
      phone: 'Phone',
      startsOn: 'Start date',
      endsOn: 'End date',
      returnsOn: 'Expected back',
      added: 'Added',
    },
    noRoles: 'No roles',
    none: {
      heading: 'Nobody fits this search',
      text: 'Try part of the name only, or another state.',
      all: 'Show all people',
      alone: 'There is nobody here but you',
      aloneText: 'Add the people who work with you. Each gets an invitation by email.',
      nobody: 'Nobody is here yet',
      nobodyRemoved: 'Nobody was removed',
      nobodyRemovedText: 'People whose access ends stay listed here.',
    },
  },
});

export type ListPeopleWords = (typeof listPeopleWords)['en'];
