import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const sessionWarningWords = catalogue({
  en: {
    // On every page of a person who is logged in, because without JavaScript nothing else can say it in time.
    limits: (idle: Duration, longest: Duration) =>
      `You will be logged out after ${sayDuration(idle)} without use, and ${sayDuration(longest)} after you logged in. What you typed is kept.`,
    title: 'You will be logged out soon',
    // Filled in by the browser, which counts.
    soon: 'To keep your account safe, you will be logged out in %{time}.',
    minutes: '%{count} minutes',
    oneMinute: '1 minute',
    seconds: '%{count} seconds',
    oneSecond: '1 second',
    kept: 'What you typed is kept.',
    atLongest: (longest: Duration) =>
      `${sayDuration(longest)} is as long as you can stay logged in, so this cannot be put off. Send what you are working on now, or log in again afterwards and go on.`,
    stay: 'Stay logged in',
    goOn: 'Continue',
    logOut: 'Log out',
  },
});

export type SessionWarningWords = (typeof sessionWarningWords)['en'];
