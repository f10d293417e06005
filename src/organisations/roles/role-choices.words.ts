import { catalogue } from '../../kernel/words.ts';

export const roleChoicesWords = catalogue({
  en: {
    label: 'Roles',
    hint: 'Choose every role this person needs, and no others.',
    full: (atMost: number) => `${atMost} of ${atMost} people have it, which is as many as may.`,
    held: 'They have this role. Another administrator looks after it.',
    none: 'Choose at least one role',
    notGivable: 'Choose only roles that are on this page',
    limitReached: (role: string, atMost: number) =>
      `${role}: ${atMost} of ${atMost} people have this role already. Take it from somebody first, or leave it out`,
  },
});

export type RoleChoicesWords = (typeof roleChoicesWords)['en'];
