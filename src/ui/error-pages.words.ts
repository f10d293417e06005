import { catalogue } from '../kernel/words.ts';

const page = (title: string, ...paragraphs: string[]) => ({ title, paragraphs });

export const errorPageWords = catalogue({
  en: {
    pages: {
      400: page(
        'Sorry, we could not read what was sent',
        'Go back and try again.',
        'If you followed a link, open it again from where you found it.',
      ),
      403: page(
        'You cannot use this page with this account',
        'Your account may be set up for other parts of the service, or your access may have changed.',
        'If you use more than one account, log out and log in with the other one.',
      ),
      404: page(
        'Page not found',
        'If you typed the web address, check it is correct.',
        'If you pasted the web address, check you copied all of it.',
      ),
      405: page(
        'This page cannot be opened this way',
        'Go back, and use the buttons and links on the page.',
        'If you saved this address as a bookmark, start again from the home page.',
      ),
      413: page(
        'What you sent is too large',
        'Go back and send less, or choose a smaller file.',
        'What you sent has not been saved.',
      ),
      419: page(
        'This page was open too long',
        'Go back, open the page again and send it once more.',
        'What you sent has not been saved.',
      ),
      429: page('There have been too many tries', 'This keeps accounts safe from guessing.'),
      500: page(
        'Sorry, there is a problem with the service',
        'Try again later.',
        'What you entered on this page may not have been saved. Anything before it has been saved.',
      ),
      503: page(
        'Sorry, the service is unavailable',
        'You will be able to use the service again soon.',
        'What you entered on this page has not been saved.',
      ),
    },
    tryAgainLater: 'Wait a few minutes, then try again.',
    tryAgainIn: (minutes: number) =>
      minutes === 1 ? 'Try again in 1 minute.' : `Try again in ${minutes} minutes.`,
    stillStuck: 'If you are still stuck, ',
    contact: 'contact us',
    giveReference: ' and give this reference:',
    home: 'Go to the home page',
  },
});

export type ErrorPageWords = typeof errorPageWords.en;
export type ErrorStatus = keyof ErrorPageWords['pages'];
