import { sayOneOf } from '../kernel/in-english.ts';
import { catalogue } from '../kernel/words.ts';

export const helpersWords = catalogue({
  en: {
    meanwhile: 'Meanwhile, a colleague can do your work:',
    colleague: (name: string, roles: readonly string[], organisation: string) =>
      `${name}, ${organisation}: ${roles.join(', ')}`,
    nobodyElse: (organisation: string, administrators: readonly string[]) =>
      `Nobody else at ${organisation} has your roles. ${sayOneOf(administrators)} can give them to a colleague meanwhile.`,
    reopen: (organisation: string, administrators: readonly string[]) =>
      `It was deactivated because it was not used for a long time. ${sayOneOf(administrators)} of ${organisation} can activate it again, and so can support.`,
  },
});

export type HelpersWords = (typeof helpersWords)['en'];
