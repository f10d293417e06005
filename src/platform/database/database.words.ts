import { catalogue } from '../../kernel/words.ts';

export const databaseWords = catalogue({
  en: {
    migrating: 'Bringing the database up to date',
    newer: (names: string[]) =>
      `This database was made by a newer version of Gatehouse (it has ${names.join(', ')}); start that version, or another database.`,
    altered: (name: string) =>
      `The migration ${name} was altered after it was applied; restore the released file.`,
    otherKeys:
      'This database is sealed with other root keys than GATEHOUSE_ROOT_KEYS holds; give it those it was sealed with, older versions included.',
    otherProfile: (kept: string, wanted: string) =>
      `This database belongs to the profile "${kept}", so "${wanted}" cannot start on it; use another database.`,
  },
});
