import { type Duration, hours } from '../../kernel/duration.ts';
import { sayDuration, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

/** Days are harder to count on than hours: "72 hours" leaves no doubt when it ends. */
const inHours = (length: Duration): string =>
  length % hours(1) === 0 && length > hours(1) ? `${length / hours(1)} hours` : sayDuration(length);

export const changeEmailWords = catalogue({
  en: {
    title: 'Change your email address',
    now: (email: string) => `You log in with ${email}, and we write to you there.`,
    steps: (stoppableFor: Duration) => [
      'We send an email to the new address, with a link and a code that confirm it.',
      `We tell the address you have now. It can stop the change for ${inHours(stoppableFor)}.`,
      'Until that time is over, emails for a new password still go to the address you have now.',
    ],
    keepOld: 'So change it while you can still read emails at the old address.',
    email: 'New email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    sameAddress: 'This is the email address you have already. Enter the new one',
    ownFormer:
      'This is the address you had before. To go back to it, use the link in the email we sent there when it changed',
    isStaff:
      'You also log in to the support desk with this address. Ask an administrator to end your staff access, change the address, and be added to the staff again with it',
    tooMany: 'You have asked for this too often. Try again in an hour',
    send: 'Continue',
    waiting: {
      title: 'Confirm your new email address',
      sent: (email: string, life: Duration) =>
        `We have sent an email to ${email}. Follow the link in it, or enter its code here, within ${sayDuration(life)}.`,
      still: (email: string) => `Until then your email address is still ${email}.`,
      spam: 'If it does not arrive in a few minutes, look in the spam or junk folder, and check that the address is right.',
      code: 'Code from the email',
      codeHint: '8 numbers, like 1234 5678',
      codeEmpty: 'Enter the code from the email',
      refused: 'The code is not right, or has stopped working. Check it, or ask for a new email',
      confirm: 'Confirm the new address',
      other: 'Use another address, or send the email again',
      cancel: 'Cancel the change',
    },
    confirm: {
      title: 'Confirm your new email address',
      what: (email: string, service: string) =>
        `Press the button to use ${email} for the ${service} account of:`,
      onlyYours:
        'Only go on if this is your account and you asked for the change. If not, close this page: nothing changes.',
      button: 'Confirm the new address',
    },
    changed: {
      title: 'Your email address is changed',
      now: (email: string) => `From now on you log in with ${email}.`,
      before: (stoppableFor: Duration) =>
        `Your old address can stop the change for ${inHours(stoppableFor)}. Until then, emails for a new password go there.`,
      details: 'Go to your account details',
    },
    confirmNotLive: {
      done: { title: 'This change is made already', what: 'You need do nothing more with this link.' },
      replaced: {
        title: 'This link has stopped working',
        what: 'A newer one was sent, or the change was cancelled or stopped. Look for a newer email, or ask again in your account details.',
      },
      expired: {
        title: 'This link has stopped working',
        what: 'It was not used in time. You can ask for a new one in your account details.',
      },
      unknown: {
        title: 'This link does not work',
        what: 'Check that you have the whole address of the link, or ask for a new one in your account details.',
      },
      'other-account': {
        title: 'This link is for another account',
        what: 'Somebody else is logged in here. Log out, then follow the link again, but only if the change is yours.',
      },
    },
    taken: {
      title: 'This address cannot be used',
      what: 'Another account has been made with it since you asked. Your email address stays as it was.',
    },
    again: 'Go to your account details',
    stop: {
      title: 'Stop the change of your email address',
      asked: (service: string) =>
        `Somebody who was logged in to your ${service} account asked to change its email address.`,
      made: (service: string, moment: string) =>
        `The email address of your ${service} account was changed. You can take that back until ${moment}.`,
      whatTitle: 'If it was not you, stop it now. Then:',
      what: [
        'your old email address is your account’s again, and the new one no longer opens it',
        'everybody is logged out, everywhere',
        'the password stops working, and we send you a link to choose a new one',
        'support looks into it',
      ],
      itWasYou: 'If it was you, close this page: nothing changes.',
      button: 'Stop the change',
      until: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    },
    stopped: {
      title: 'The change is stopped',
      account: 'Your email address is as it was before, and nobody is logged in to your account.',
      next: 'We have sent an email to your address with what you need to choose a new password. The old password no longer works.',
      support: 'Support looks into what happened. You need not call, but you may.',
    },
    stopNotLive: {
      final: {
        title: 'This change can no longer be stopped',
        what: 'The time in which your old address could stop it is over. If the change was not yours, contact support now.',
      },
      'not-made': {
        title: 'There is nothing to stop',
        what: 'The change was never made, or was cancelled, and this link can change nothing any more.',
      },
      unknown: {
        title: 'This link does not work',
        what: 'Check that you have the whole address of the link. If somebody else changed your email address, contact support now.',
      },
    },
    emails: {
      dear: (name: string) => `Dear ${name},`,
      confirm: {
        subject: 'Confirm your new email address',
        what: (service: string) => `You asked to use this address for your ${service} account.`,
        button: 'Confirm the new address',
        code: 'If the link does not open, log in, go to “Account details”, then “Email address”, and enter this code:',
        life: (life: Duration) => `The link and the code work once, for ${sayDuration(life)}.`,
        notYou:
          'If you did not ask for this, do nothing. Somebody may have mistyped their own address, and nothing changes without you.',
      },
      taken: {
        subject: 'You already have an account',
        what: (service: string) =>
          `Somebody asked to use this address for another ${service} account. It is the address of your account, so we changed nothing.`,
        you: 'If it was you, you have two accounts. Log in with this address to use this one.',
        notYou:
          'If it was not you, you need do nothing. Nobody can use your address without the emails we send to it.',
        button: 'Log in',
      },
      stop: {
        asked: {
          subject: 'Somebody asked to change your email address',
          what: (service: string) =>
            `Somebody who was logged in to your ${service} account asked for another email address to be used for it. The change is made once the new address is confirmed.`,
        },
        made: {
          subject: 'Your email address was changed',
          what: (service: string) =>
            `The email address of your ${service} account was changed. We write to the new one from now on.`,
        },
        itWasYou: 'If it was you, you need do nothing.',
        notYou: (stoppableFor: Duration) =>
          `If it was not you, stop it. You need not log in, and can do it until ${inHours(stoppableFor)} after the change.`,
        button: 'Stop the change',
      },
      changed: {
        subject: 'You now log in with this email address',
        what: (service: string, email: string) =>
          `The email address of your ${service} account is now ${email}. You log in with it, and we write to you there.`,
        before: (stoppableFor: Duration) =>
          `For ${inHours(stoppableFor)} your old address can stop the change, and emails for a new password go there.`,
      },
      stopped: {
        subject: 'The change of your email address was stopped',
        what: (service: string) =>
          `The change of the email address of your ${service} account was stopped with a link that we sent to you.`,
        now: 'Your old address is your account’s again. Everybody was logged out, and the password no longer works.',
        next: 'We have sent another email with what you need to choose a new password.',
      },
      dropped: {
        subject: 'This address no longer opens an account',
        what: (service: string) =>
          `The change to this email address was stopped from the address before it, so it is no longer that of a ${service} account.`,
        notYou: (phone: string, email: string) =>
          `If the account is yours and somebody else stopped the change, call ${phone} or write to ${email}.`,
      },
      help: (phone: string, email: string) => `If you need help, call ${phone} or write to ${email}.`,
    },
  },
});

export type ChangeEmailWords = (typeof changeEmailWords)['en'];
