import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const roles: Record<string, string> = { agent: 'Support (agent)', administrator: 'Support (administrator)' };

/** What happened, as the owner of the account reads it: one sentence for every action that is recorded. */
export const activityWords = catalogue({
  en: {
    title: 'Activity',
    about:
      'What happened with your account. If there is something you do not recognise, choose a new password and contact support. Staff are shown by their role, not by name: support can tell you who it was.',
    caption: 'Newest first',
    columns: { what: 'What happened', who: 'Who', at: 'When' },
    who: {
      you: 'You',
      youIn: (device: string) => `You, with ${device}`,
      person: 'Somebody else with an account',
      staff: (role: string) => roles[role] ?? 'Support',
      system: 'The service itself',
      anyone: 'Somebody who was not logged in',
    },
    withReason: (reason: string) => `Reason: ${reason}`,
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    nothing: {
      heading: 'Nothing has happened yet',
      text: 'When you log in, choose a password or change something, it is listed here.',
    },
    otherAction: 'Something that this page has no words for yet',
    actions: {
      'access-asked': 'Access to an organisation was asked for',
      'account-activated': 'The account was set up',
      'account-activated-again': 'The account was made active again',
      'account-asked-again': 'Somebody tried to create another account with your email address',
      'account-created': 'The account was asked for',
      'account-deactivated': 'The account was deactivated',
      'account-invited': 'You were invited to have an account',
      'account-unlocked': 'Password entry was opened again',
      'activation-link-sent': 'A link to set up the account was sent to you',
      'demo-person-added': 'The account was added for the sandbox',
      'email-change-asked': 'A change of the email address was asked for',
      'email-change-cancelled': 'The change of the email address was cancelled',
      'email-change-final': 'The change of the email address can no longer be stopped',
      'email-change-stopped': 'The change of the email address was stopped from the old address',
      'email-changed': 'The email address was changed',
      'keys-rotated': 'The encryption keys of the service were changed',
      'logged-in': 'Logged in',
      'logged-out': 'Logged out',
      'main-contact-added': 'You became main contact of an organisation',
      'organisation-switched': 'The organisation you act for was changed',
      'password-added': 'A password was created',
      'password-confirmed': 'The password was given again before a change',
      'password-entry-closed': 'Too many wrong passwords were entered: password entry was closed',
      'password-hash-renewed': 'The password is now kept in a stronger form',
      'password-reset': 'A new password was chosen with a link from an email',
      'password-wrong': 'A wrong password was entered',
      'register-imported': 'A register was brought in',
      'register-uploaded': 'A register was uploaded',
      'registration-approved': 'A registration was approved',
      'registration-checked': 'A registration was checked',
      'registration-letter-made': 'A letter to check a registration was made',
      'registration-refused': 'A registration was refused',
      'registration-sent': 'A registration was sent',
      'reset-link-sent': 'A link to choose a new password was asked for and sent to you',
      'sessions-ended-by-support': 'You were logged out everywhere',
      'staff-access-ended': 'Access to the desk ended',
      'staff-added': 'You became support staff',
      'staff-role-changed': 'Your role at the desk was changed',
      'temporary-password-past': 'A temporary password that works no more was entered',
      'temporary-password-sent': 'A temporary password was asked for and sent to you',
      'temporary-password-used': 'A temporary password was entered, to choose a new one',
    } as Record<string, string>,
  },
});

export type ActivityWords = (typeof activityWords)['en'];
