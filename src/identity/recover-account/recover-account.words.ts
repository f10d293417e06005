import type { Duration } from '../../kernel/duration.ts';
import { sayDuration, sayLife } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const recoverAccountWords = catalogue({
  en: {
    ask: {
      title: 'Forgotten my details',
      byLink: {
        intro: 'Enter your email address. We will send a link to choose a new password straight away.',
        send: 'Send the link',
      },
      byTemporaryPassword: {
        intro:
          'Enter the email address of your account. We will send your username and a temporary password to it straight away, and to no other address.',
        send: 'Send a temporary password',
      },
      email: 'Email address',
      emailHint: 'Use the address you registered with',
      haveCode: 'I have a code from an email',
      noAccess: 'If you no longer have that email address,',
      contact: 'contact support',
      otherwise: 'If something else stops you from logging in,',
      find: 'look in the help articles',
    },
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    sent: {
      title: 'Check your email',
      to: (address: string) => `We have written to ${address}.`,
      toAgain: (address: string) => `We have written to ${address} again.`,
      lead: 'If there is an account for that address, we have sent an email with a link and a code.',
      leadTemporaryPassword:
        'If there is an account for that address, we have sent its username and a temporary password. Log in with it, and choose a new password.',
      always: 'We send an answer to the address whatever we find, so look for an email from us.',
      newest: 'Only the newest link works. An older one stops working when you ask again.',
      newestTemporaryPassword: (life: Duration) =>
        `Only the newest temporary password works, for ${sayLife(life)}. Your old password works too, until you have chosen a new one.`,
      notArrived: 'If the email has not arrived',
      notArrivedSteps: [
        'It usually takes a few minutes, and can take up to 30 minutes.',
        'Look in your spam or junk folder.',
        'Your email provider or your organisation may hold back or block messages from us.',
        'Check that you used the address you registered with.',
      ],
      logIn: 'Log in with the temporary password',
      sendAgain: 'Send it again',
      sendAgainIn: (wait: Duration) => `You can ask us to send it again in ${sayDuration(wait)}.`,
      // Filled in by the browser, which counts.
      sendAgainInSeconds: 'You can ask us to send it again in %{count} seconds.',
      tooEarly: (wait: Duration) =>
        `It is too early to send it again. Wait ${sayDuration(wait)}, and look for the email meanwhile`,
      again: 'Ask again',
      otherAddress: 'Use another address',
      code: 'Enter the code from the email',
    },
    code: {
      title: 'Enter the code from the email',
      intro: 'Use the code if the link in the email does not open.',
      again: 'Ask for a new email',
    },
    choose: {
      title: 'Choose a new password',
      oldStillWorks:
        'Your old password works until you have chosen a new one here. The temporary password only leads to this page.',
      notTheTemporaryOne: 'Choose another password than the temporary one, which was sent by email',
      password: 'New password',
      save: 'Save the new password',
    },
    notLive: {
      title: 'This link no longer works',
      used: 'The link has already been used. If that was not you, ask for a new one and contact support.',
      replaced:
        'You asked for a newer link after this one. Only the newest link works: look for the latest email.',
      expired: (life: Duration) => `A link works for ${sayDuration(life)}.`,
      unknown:
        'The address is not complete, or the link was never ours. Copy the whole address from the email.',
      again: 'Ask for a new link',
    },
    done: {
      title: 'Your password is changed',
      body: 'Everyone who was logged in with the old password has been logged out.',
      logIn: 'Log in',
      stillClosed:
        'Password entry for your account is still closed. Contact support, who will open it after a few questions.',
    },
    email: {
      dear: (name: string) => `Dear ${name},`,
      deactivated: {
        subject: 'Your account is not active',
        intro: (service: string) => `Somebody asked to get back in to your ${service} account.`,
        what: 'The account has been deactivated, so its password cannot be reset.',
        who: (phone: string, email: string) =>
          `To have it activated again, contact support: call ${phone} or write to ${email}.`,
        hours: (days: string, times: string) => `Support hours: ${days}, ${times}.`,
      },
      closed: {
        subject: 'Your account is closed',
        intro: (service: string) => `Somebody asked to get back in to your ${service} account.`,
        what: 'The account was closed, so nobody can log in to it and there is no password to reset.',
        who: (phone: string, email: string) =>
          `To open it again, use the link in the email we sent when it was closed. If you have no such email, or did not close it, contact support: call ${phone} or write to ${email}.`,
      },
      elsewhere: {
        nameOf: (issuer: string) =>
          issuer.endsWith('login.nhs.uk') || issuer.endsWith('signin.nhs.uk')
            ? 'NHS login'
            : URL.canParse(issuer)
              ? new URL(issuer).host
              : issuer,
        subject: (name: string) => `You log in with ${name}`,
        intro: (service: string) => `Somebody asked to get back in to your ${service} account.`,
        what: (name: string) =>
          `You log in with ${name}. Your account has no password here, so there is none to reset.`,
        next: (name: string) =>
          `If you have forgotten your password, or cannot get a code, ${name} can help you on its own pages.`,
        button: 'Go to the log in page',
        who: (phone: string, email: string) =>
          `If it was not you, do nothing. If you cannot get in, contact support: call ${phone} or write to ${email}.`,
      },
      nobody: {
        subject: 'No account for this address',
        intro: (service: string) => `Somebody asked to get in to ${service} with this email address.`,
        what: 'There is no account for this address that has a password. You may have used another address when you registered.',
        next: 'If you should have an account, contact support.',
        nextCreate: 'If you have no account yet, you can create one.',
        nextOrganisation:
          'If you should have an account, ask your organisation’s main contact to add you, or register your organisation.',
        button: 'Go to the service',
        notYou: 'If it was not you, do nothing.',
      },
      changed: {
        subject: 'Your password was changed',
        what: (service: string) => `The password of your ${service} account was changed just now.`,
        sessions: 'Everyone who was logged in with the old password has been logged out.',
        notYou: (phone: string, email: string) =>
          `If it was not you, contact support at once: call ${phone} or write to ${email}.`,
      },
    },
  },
});

export type RecoverAccountWords = (typeof recoverAccountWords)['en'];
