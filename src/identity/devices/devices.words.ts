import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const devicesWords = catalogue({
  en: {
    title: 'Devices',
    intro: 'Where you are logged in, and the browsers you have logged in with before.',
    sessions: 'Logged in now',
    device: 'Browser',
    thisOne: 'This browser',
    security: 'Your security codes and passkeys',
    started: 'Logged in',
    lastUsed: 'Last used',
    ends: 'Ends at the latest',
    change: 'Change',
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    end: 'Log out',
    endWhich: (device: string, started: string) => `${device}, logged in ${started}`,
    noOthers: 'You are logged in nowhere else.',
    endOthers: 'Log out everywhere else',
    known: 'Browsers we know',
    whyKnown:
      'You can enter your password in these even when somebody else has guessed too often. Forget one that you no longer use or that is not yours: it is also logged out.',
    firstUsed: 'First used',
    forget: 'Forget',
    forgetWhich: (device: string, since: string) => `${device}, first used ${since}`,
    noneKnown: {
      heading: 'No browser is known',
      text: 'A browser becomes known when you log in with it.',
    },
    notYours: 'Something here is not yours?',
    choosePassword: 'Choose a new password',
    notYoursText: 'Everybody else is then logged out, and every other browser is forgotten.',
    unknownDevice: 'Unknown browser',
    done: {
      'session-ended': 'That browser is logged out',
      'others-ended': 'You are logged out everywhere else',
      'device-forgotten': 'The browser is forgotten',
    } as Record<string, string>,
    others: {
      title: 'Log out everywhere else?',
      what: 'Every other browser where you are logged in is logged out at once. What somebody was typing there is lost. This browser stays logged in.',
      confirm: 'Yes, log out everywhere else',
      cancel: 'No, go back',
    },
  },
});

export type DevicesWords = (typeof devicesWords)['en'];
