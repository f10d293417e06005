import { catalogue } from '../kernel/words.ts';

/** Filled in by the browser, which counts. */
export const searchBoxWords = catalogue({
  en: {
    suggestions: 'Suggestions',
    oneFound: '1 suggestion. Use the up and down arrow keys to look at it.',
    found: '%{count} suggestions. Use the up and down arrow keys to look at them.',
    nothingFound: 'No suggestions. Press Enter to search.',
  },
});
