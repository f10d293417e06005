import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const activateWords = catalogue({
  en: {
    title: 'Set up your account',
    intro: (email: string) => `You will log in with ${email}.`,
    name: 'Your full name',
    nameEmpty: 'Enter your full name',
    nameNotName: 'Full name must not include an email or web address',
    nameTooLong: 'Full name must be 200 characters or fewer',
    save: 'Set up my account',
    code: {
      title: 'Set up your account',
      intro: 'Enter the code from the email that invited you.',
      noEmail: 'I have no email, or the code does not work',
      again: 'Ask for a new email',
    },
    notLive: {
      title: 'This link no longer works',
      used: 'Your account is already set up. Log in. If you do not know your password, the log in page leads to a new one.',
      replaced: 'We sent a newer link after this one. Only the newest link works: look for the latest email.',
      expired: (life: Duration) => `A link works for ${sayDuration(life)}. We can send you a new one now.`,
      unknown:
        'The address is not complete, or the link was never ours. Copy the whole address from the email.',
      send: 'Send me a new link',
      logIn: 'Log in',
      enterCode: 'Enter a code instead',
    },
    sent: {
      title: 'Check your email',
      body: 'If the account still waits to be set up, we have sent a new link to its own address. The old link stays dead.',
    },
    done: {
      title: 'Your account is set up',
      body: 'You can now log in.',
      logIn: 'Log in',
    },
  },
});

export type ActivateWords = (typeof activateWords)['en'];
