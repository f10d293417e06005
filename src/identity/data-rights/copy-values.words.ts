import type { Realm } from '../../kernel/actor.ts';
import { catalogue } from '../../kernel/words.ts';
import type {
  AccountState,
  DeliveryStatus,
  EmailState,
  FactorKind,
  LinkPurpose,
  MessageStatus,
  RegistrationState,
} from '../../platform/database/tables.ts';
import { accountValuesWords } from '../account-values.words.ts';

const { languages, contactNeeds, roles } = accountValuesWords.en;

const realms: Record<Realm, string> = { portal: 'This service', support: 'The support desk' };

const accountStates: Record<AccountState, string> = {
  invited: 'Not set up yet',
  active: 'Active',
  deactivated: 'Deactivated by support',
  closed: 'Closed',
};

const emailStates: Record<EmailState, string> = {
  current: 'Now',
  pending: 'Not confirmed yet',
  former: 'Before',
};

const linkPurposes: Record<LinkPurpose, string> = {
  activate: 'To set up your account',
  'reset-password': 'To choose a new password',
  'prove-mailbox': 'To show that you read a mailbox',
  'confirm-email': 'To confirm a new email address',
  'stop-email-change': 'To stop a change of your email address',
  'not-me': 'To say “this was not me”',
  'reopen-account': 'To open your account again',
};

const statuses: Record<MessageStatus, string> = {
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  deferred: 'Not accepted yet, will be tried again',
  failed: 'Refused by the receiving server',
  uncertain: 'Perhaps sent',
  expired: 'Given up',
};

const deliveries: Record<DeliveryStatus, string> = {
  created: 'Taken by the text service',
  sending: 'On its way to your phone',
  delivered: 'Delivered to your phone',
  'permanent-failure': 'Refused by your phone provider',
  'temporary-failure': 'Your phone could not be reached',
  'technical-failure': 'Not sent, a fault between us and the networks',
};

const registrationStates: Record<RegistrationState, string> = {
  waiting: 'Waiting to be checked',
  approved: 'Approved',
  refused: 'Refused',
};

const factorKinds: Record<FactorKind, string> = {
  authenticator: 'Authenticator app',
  passkey: 'Passkey',
  text: 'Text messages',
  email: 'Security codes by email',
  'recovery-codes': 'Recovery codes',
};

const messages: Record<string, string> = {
  'access-asked': 'Somebody asks for access to your organisation',
  'account-activated-again': 'Your account is active again',
  'account-closed': 'Your account is closed',
  'account-deactivated': 'Your account is deactivated',
  'account-exists': 'You have an account already',
  'account-exists-not-active': 'You have an account already, which is not active',
  'account-is-closed': 'Your account is closed, and how to open it again',
  'account-reopened': 'Your account is open again',
  'account-secured': 'Your account was made safe',
  'account-unlocked': 'You can enter your password again',
  'activation-link': 'A link to set up your account',
  'address-changed': 'Your postal address was changed',
  'ask-mailbox': 'A question to the practice mailbox about a registration',
  'contact-changed': 'How you want to be contacted was changed',
  'correction-answered': 'The answer to a correction you asked for',
  'data-copy-ready': 'The copy of your data is ready',
  'email-address-dropped': 'An address no longer opens the account',
  'email-address-taken': 'Somebody wanted to use your email address for another account',
  'email-change-asked': 'Somebody asked to change your email address',
  'email-change-made': 'Your email address was changed, with a link to stop it',
  'email-change-stopped': 'The change of your email address was stopped',
  'email-changed': 'This is your email address now',
  'email-confirm-link': 'A link to confirm a new email address',
  'language-changed': 'Your language was changed',
  'logged-out-by-support': 'You were logged out everywhere',
  'logs-in-elsewhere': 'You log in elsewhere, so there is no password to reset',
  'name-changed': 'Your name was changed',
  'new-device': 'A log in from a new browser',
  'no-account': 'There is no account for this address',
  'password-changed': 'Your password was changed',
  'password-entry-closed': 'Too many wrong passwords were entered',
  'phone-changed': 'Your phone number was changed',
  'practice-registered': 'Your practice is registered',
  'registration-approved': 'Your registration was approved',
  'registration-received': 'We have your registration',
  'registration-refused': 'Your registration was refused',
  'changes-unfrozen': 'Your account could be changed again',
  'factor-reset-asked': 'Somebody with your password asked support to get in without a security code',
  'code-entry-closed': 'Too many wrong security codes were entered',
  'recovery-code-used': 'A recovery code was used',
  'factor-changed': 'A way to get security codes was changed',
  'passkey-copied': 'A passkey of yours may have been copied',
  'security-code': 'A security code',
  'reset-link': 'A link to choose a new password',
  'staff-access-ended': 'Your access to the desk ended',
  'staff-access-given': 'You were given access to the desk',
  'staff-role-changed': 'Your role at the desk was changed',
  'temporary-password': 'Your username and a temporary password',
  'username-changed': 'Your username was changed',
  'who-can-help': 'Who the main contact of an organisation is',
};

/** Names of ours that stand in the file, as people read them: by section and field, or by what happened. */
export const copyValuesWords = catalogue({
  en: {
    'account.state': accountStates,
    'account.preferredLanguage': languages,
    'account.contactNeeds': contactNeeds,
    'addresses.state': emailStates,
    'emailChanges.state': {
      asked: 'Waiting to be confirmed',
      made: 'Changed, and can still be stopped',
      final: 'Changed',
      stopped: 'Stopped',
      cancelled: 'Cancelled',
      replaced: 'Another change took its place',
      expired: 'Not confirmed in time',
    },
    'names.kind': { email: 'Email address', username: 'Username' },
    'waysIn.way': { password: 'Password', upstream: 'Account of another service' },
    'waysIn.where': realms,
    'factors.kind': factorKinds,
    'factor-added': factorKinds,
    'factor-removed': factorKinds,
    'factor-renamed': factorKinds,
    'factor-preferred': factorKinds,
    'recovery-codes-made': factorKinds,
    'factor-taken-back': factorKinds,
    'factor-put-back': factorKinds,
    'factors.realm': realms,
    'factorRequests.realm': realms,
    'factorRequests.reason': {
      'lost-phone': 'Your phone was lost or broken',
      'new-number': 'You had a new number',
      'no-signal': 'You had no signal',
      'app-deleted': 'You no longer had the app',
      other: 'Something else',
    },
    'factorRequests.state': {
      waiting: 'Waiting for our staff',
      withdrawn: 'You took it back',
      stopped: 'Stopped',
      answered: 'Answered',
    },
    'access.service': realms,
    'access.role': roles,
    'access.endedReason': { 'role-changed': 'Your role was changed' },
    'sessions.realm': realms,
    'sessions.endedBecause': {
      'account-closed': 'The account was closed',
      'account-deactivated': 'The account was deactivated',
      'device-forgotten': 'The browser was forgotten',
      'email-change-stopped': 'A change of the email address was stopped',
      'ended-by-owner': 'You logged it out from another browser',
      'factors-changed': 'How you get into your account was changed',
      'logged-out': 'You logged out',
      'not-me': 'You said “this was not me”',
      'password-changed': 'The password was changed',
      'password-reset': 'A new password was chosen with a link from an email',
      'staff-access-ended': 'Your access to the desk ended',
      'too-many-tries': 'Too many wrong passwords were entered',
      support: 'Support logged you out',
    },
    'devices.realm': realms,
    'links.purpose': linkPurposes,
    'messages.kind': messages,
    'messages.channel': { email: 'Email', sms: 'Text message' },
    'messages.status': statuses,
    'messages.deliveryStatus': deliveries,
    'registrations.state': registrationStates,
    'registrations.checkedHow': {
      'call-back': 'We called the practice back on the number in the register',
      'letter-code': 'With a code from a letter to the address in the register',
      'known-mailbox': 'By an answer from a mailbox that we knew already',
      'mailbox-answer': 'The practice mailbox confirmed it',
    },
    'tasks.kind': {
      'closing-asked': 'Close the account of a last main contact',
      'correction-asked': 'Answer a correction that you asked for',
      'email-change-stopped': 'Look at a stopped change of the email address',
      'not-me': 'Look at the account: “this was not me”',
    },
    'language-changed': languages,
    'contact-changed': contactNeeds,
    'staff-role-changed': roles,
    'staff-added': roles,
  } as Record<string, Record<string, string>>,
});
