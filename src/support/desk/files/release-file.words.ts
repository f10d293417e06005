import { catalogue } from '../../../kernel/words.ts';

export const releaseFileWords = catalogue({
  en: {
    title: (name: string) => `Release ${name}`,
    ticket: (reference: string) => `Ticket ${reference}`,
    what: 'Whoever may read the ticket can then open the file, and so can staff.',
    check:
      'A held file may harm the computer of whoever opens it. Release it only if you know what it is, for example because you asked for it.',
    button: 'Release the file',
    notHeld: 'This file is not held, or not any more. There is nothing to release.',
  },
});

export type ReleaseFileWords = (typeof releaseFileWords)['en'];
