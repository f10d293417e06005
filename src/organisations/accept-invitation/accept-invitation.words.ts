import { sayDate, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  title: (organisation: string) => `You have been added to ${organisation}`,
  by: (inviter: string) => `${inviter} added you. You have access once you accept.`,
  bySupport: 'Support added you. You have access once you accept.',
  rows: {
    organisation: 'Organisation',
    code: 'Unique ID (ODS code)',
    name: 'Your name, as it was typed',
    email: 'Your email address',
    roles: 'Roles',
    startsOn: 'First day',
    endsOn: 'Last day',
    until: 'Accept until',
  },
  date: sayDate,
  moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  readers: {
    accepts: 'Accept to add this organisation to your account.',
    'sets-up': 'Accept, then choose a password for your new account. You can correct your name there.',
    'logs-in': 'You have an account with this email address. Log in to accept.',
    'somebody-else': (person: string) =>
      `You are logged in as ${person}, with another email address. Log out, then open the link in the email again.`,
    'not-active':
      'There is an account with this email address that cannot be used now. Contact support to have it opened again, then come back to this page.',
    'address-changed':
      'The account that had this email address has another one now. Ask the practice to add you with the address that you log in with.',
  },
  accept: 'Accept',
  acceptAndSetUp: 'Accept and set up your account',
  logIn: 'Log in to accept',
  logOut: 'Log out',
  refuseLink: 'I do not want this, or this is not me',
  support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  refuse: {
    title: 'Refuse the invitation',
    question: (organisation: string) => `Why do you refuse the invitation to ${organisation}?`,
    declined: 'I do not want access',
    declinedHint: 'We tell the person who invited you.',
    notMe: 'This is not me',
    notMeHint: 'You do not know this organisation, or are not the person named. We tell support too.',
    send: 'Refuse the invitation',
    back: 'Back to the invitation',
    noReason: 'Choose why you refuse the invitation',
  },
  refused: {
    title: 'The invitation is over',
    declined: (organisation: string) =>
      `You have no access to ${organisation}. If you change your mind, ask the practice to invite you again.`,
    'not-me': (organisation: string) =>
      `Nobody has access to ${organisation} with your email address. Support looks at what happened.`,
  },
  accepted: {
    title: (organisation: string) => `You now have access to ${organisation}`,
    body: 'It is in your account from now on.',
    later: (day: string) => `Your access begins on ${sayDate(day)}.`,
    go: (organisation: string) => `Go to ${organisation}`,
    account: 'Go to your account',
  },
  alreadyMember: {
    title: 'You have access already',
    body: (organisation: string) =>
      `Your account belongs to ${organisation} with another email address. If something is missing, ask the practice.`,
  },
  code: {
    title: 'Enter the code from your invitation',
    lead: 'The email that invited you has a code. Enter it here if its link does not open.',
    email: 'Your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    code: 'Code',
    codeHint: '8 numbers, like 1234 5678',
    codeEmpty: 'Enter the code from the email',
    refused: 'The code is not right, or has stopped working. Check it, or use the newest email',
    continue: 'Continue',
    loggedIn: 'If you have an account, you can also log in and see your invitations there.',
    mine: 'See your invitations',
  },
  notLive: {
    title: 'This invitation does not work any more',
    replaced:
      'A newer email with another link took its place. Look for it, or have the invitation sent again.',
    expired: (organisation: string) =>
      `The time to accept is over. You can ask ${organisation} for a new invitation.`,
    accepted:
      'It was accepted already. Log in. If you have not chosen a password yet, use the newest email from us or ask for a new one.',
    declined: 'It was declined. If you want access after all, ask the practice to invite you again.',
    'not-me':
      'Whoever reads this email address did not know it. If that was a mistake, ask the practice to invite you again.',
    over: 'It was cancelled, or the access it gave has ended. Ask the practice if you think that you should have access.',
    closed: (organisation: string) =>
      `${organisation} has closed, so nobody can be added to it. If you work for another practice now, ask for access to that one.`,
    unknown:
      'It may have been replaced or cancelled, or part of the link is missing. Use the newest email from us, or ask the practice.',
    sendAgain: 'Send it again',
    askAgain: 'Ask for a new invitation',
    logIn: 'Log in',
    forgotten: 'I have no password yet',
    enterCode: 'Enter the code from the email',
    askForAccess: 'Ask for access',
    find: 'Find your practice',
  },
  askedAgain: {
    title: 'We have passed it on',
    body: 'If the invitation can still be accepted, we send it to its email address again. If its time is over, the practice decides whether to send a new one.',
  },
  mine: {
    title: 'Your invitations',
    none: 'No invitation waits for you',
    noneBody: 'When a practice adds you with the email address that you log in with, it is shown here.',
    by: (inviter: string) => `${inviter} added you.`,
    bySupport: 'Support added you.',
    until: (at: Date, timeZone: string) => `Accept until ${sayMoment(at, timeZone)}.`,
  },
};

export const acceptInvitationWords = catalogue({ en: english });
export type AcceptInvitationWords = typeof english;
