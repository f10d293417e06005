import { z } from 'zod';
import { durationSetting } from './duration-setting.ts';
import { servicesSetting } from './services-setting.ts';
import { helpCentreSetting, supportSetting, ticketsSetting } from './support-settings.ts';

const service = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(60)
      .describe('What people call the service; shown on every page and in every message.'),
    operator: z.string().min(1).describe('The organisation that runs the service and answers for it.'),
    theme: z
      .enum(['neutral', 'nhs'])
      .describe('The look. `nhs` only for bodies that may use the NHS identity.'),
    language: z
      .enum(['en', 'pseudo'])
      .describe('The language for people who chose none. `pseudo` is for tests.'),
    timeZone: z.string().describe('Where calendar days begin and end, as an IANA name.'),
    usedByPatients: z
      .boolean()
      .describe('Adds what to do in an emergency (111 and 999) to pages where a person is stuck.'),
  })
  .describe('Who and what');

const password = z
  .strictObject({
    minimumLength: z.int().min(8).max(64).describe('Fewest characters of a password.'),
    needsUpperCase: z
      .boolean()
      .describe('Asks for an upper case letter. Against today’s advice (NIST, NCSC); for older rules only.'),
    needsLowerCase: z.boolean().describe('Asks for a lower case letter. Against today’s advice.'),
    needsDigit: z.boolean().describe('Asks for a number. Against today’s advice.'),
    needsSymbol: z.boolean().describe('Asks for a symbol. Against today’s advice.'),
  })
  .describe('What a password must be');

const lockout = z
  .strictObject({
    tries: z.int().min(3).max(10).describe('Wrong passwords until password entry closes.'),
    closedFor: z
      .array(durationSetting)
      .describe(
        'How long password entry closes the first, second, and every later time. Empty: until support opens it, weaker.',
      ),
    forgetAfter: durationSetting.describe(
      'Earlier wrong passwords and closures are forgotten after this long without any.',
    ),
    knownDevices: z
      .boolean()
      .describe(
        'Gives a device that logged in before a counter of its own, so that strangers cannot lock a person out.',
      ),
    resetOpens: z.boolean().describe('A verified reset opens password entry again.'),
    adviseResetFrom: z.int().min(1).describe('From this wrong password on, the page advises a reset.'),
    triesPerNetwork: z
      .int()
      .min(10)
      .describe('Wrong passwords from one network (IPv4 address or IPv6 /64) within 15 minutes.'),
  })
  .describe('Wrong passwords');

const accounts = z
  .strictObject({
    openRegistration: z
      .boolean()
      .describe('Whether anybody may create an account, or only people who were invited.'),
    usernames: z
      .enum(['none', 'chosen'])
      .describe('Whether people choose a username beside their email address. One that is taken shows.'),
    tellsExisting: z
      .boolean()
      .describe(
        'Tells on screen that an address already has an account. Weaker: anybody can ask who has one. Without it, only the address is told.',
      ),
    occupations: z
      .array(z.string().min(1).max(60))
      .describe(
        'What people choose from to say what they are when they create an account. Empty: not asked.',
      ),
    unusedFor: durationSetting.describe(
      'Deactivates an account that was not used for this long, after a warning; a main contact may open it again. `0 days`: never.',
    ),
    postalAddress: z.boolean().describe('Whether a profile holds a postal address.'),
  })
  .describe('Accounts');

const logIn = z
  .strictObject({
    dialog: z
      .boolean()
      .describe('Opens log in as a dialog over the page; without JavaScript it is a page all the same.'),
  })
  .describe('Log in');

/** Kinds of second factor, from the strongest. */
export const factorKinds = ['passkey', 'authenticator', 'recovery-codes', 'text', 'email'] as const;

const secondFactor = z
  .strictObject({
    needed: z
      .enum(['nobody', 'staff-and-administrators', 'everyone'])
      .describe(
        'Who needs a security code or passkey beside a password. Administrators are all who can change another person’s access. Anybody may set one up. `nobody` is weaker.',
      ),
    methods: z
      .array(z.enum(factorKinds))
      .min(1)
      .describe(
        'What may be set up, in the order it is offered. `email` only beside another, since an email also resets the password; weaker.',
      ),
    textAlone: z
      .boolean()
      .describe('Whether text messages are enough alone. Weaker: numbers can be taken over (NIST, NCSC).'),
    grace: durationSetting.describe(
      'How long people may put off setting one up, from the first log in that asks for it. `0 days`: not at all.',
    ),
    rememberDevice: durationSetting.describe(
      'How long no code is asked for on a device where its owner said so. `0 days`: always asked. Never for staff and administrators.',
    ),
    codeLife: durationSetting.describe('How long a code sent by text or email works.'),
    tries: z
      .int()
      .min(3)
      .max(10)
      .describe('Wrong codes until code entry closes, all ways of getting one together.'),
    closedFor: z
      .array(durationSetting)
      .min(1)
      .describe('How long code entry closes the first, second, and every later time.'),
    resendAfter: z
      .array(durationSetting)
      .min(1)
      .describe('How soon the second, third, and every later code can be asked for.'),
    changesWaitAfterReset: durationSetting.describe(
      'How long after a password was reset by email the ways to get a code can be changed only with one of them.',
    ),
    newNumberWaits: durationSetting.describe(
      'How long a number that joins or replaces others counts only together with a code by email.',
    ),
  })
  .describe('Security codes and passkeys');

const texts = z
  .strictObject({
    perNumberPerDay: z
      .int()
      .min(1)
      .describe('Texts a day to one number. Those to set it up are counted apart.'),
    perAccountPerDay: z.int().min(1).describe('Texts a day for one account.'),
    alarmPerDay: z
      .int()
      .min(1)
      .describe('Texts a day from which the metrics raise the alarm about their cost. Nothing stops at it.'),
    callingCodes: z
      .array(z.string().regex(/^[1-9]\d{0,2}$/))
      .describe(
        'Countries whose numbers can be set up, by calling code, like `44`. Some cost a hundred times as much, and fraudsters earn by texts there. Empty: all.',
      ),
  })
  .describe('Text messages');

const emailChange = z
  .strictObject({
    linkLife: durationSetting.describe('How long the link works that confirms a new email address.'),
    stoppableFor: durationSetting.describe(
      'How long the old address can stop a change after it was made; recovery goes to the old address so long.',
    ),
  })
  .describe('Changing the email address');

const recovery = z
  .strictObject({
    sends: z
      .enum(['link', 'temporary-password'])
      .describe(
        'What a reset sends. `temporary-password` is weaker: it is typed by hand, lives longer, and looks like what fraudsters send.',
      ),
    linkLife: durationSetting.describe('How long a reset link works.'),
    temporaryPasswordLife: durationSetting.describe(
      'How long a temporary password works, where one is sent; only for choosing a new password.',
    ),
    resendAfter: durationSetting.describe('How soon an email can be asked for again.'),
    requestsPerHour: z.int().min(1).describe('Requests an hour for one address; more change nothing.'),
    codeTries: z.int().min(1).describe('Tries for one typed code.'),
    codeTriesPerDay: z.int().min(1).describe('Tries a day for one account, all codes together.'),
  })
  .describe('Forgotten details');

const activation = z
  .strictObject({ linkLife: durationSetting.describe('How long an activation link works.') })
  .describe('New accounts');

const session = z
  .strictObject({
    idle: durationSetting.describe('A session ends after this long without use.'),
    longest: durationSetting.describe('A session ends after this long however much it is used.'),
    warnBefore: durationSetting.describe('How long before its end a session says so.'),
    stepUpWithin: durationSetting.describe(
      'How fresh a password must be for changing what lets a person in; an older one is asked for again.',
    ),
  })
  .describe('Sessions');

/** Who may confirm that somebody should become a practice's main contact, when the one it had is gone. */
export const authorisers = ['gp-partner', 'caldicott-guardian', 'authorised-list', 'commissioner'] as const;

const organisations = z
  .strictObject({
    services: servicesSetting.describe(
      'The services people have roles in: what each role is called, whether it administers, how many may have it, and which roles give it. `portal` looks after the people themselves.',
    ),
    invitationLife: durationSetting.describe('How long an invitation can be accepted.'),
    invitationReminder: durationSetting.describe('When whoever has not accepted is reminded, once.'),
    sharedMailboxes: z
      .array(z.string().min(1))
      .describe('What stands before the @ of addresses that several people read; a warning comes with them.'),
    undoRemoval: durationSetting.describe('How long a removal can be undone.'),
    endDateNotice: durationSetting.describe(
      'How long before an end date its person and their administrators are told.',
    ),
    handoverLife: durationSetting.describe('How long a colleague has to accept becoming main contact.'),
    reviewEvery: durationSetting.describe(
      'How often administrators look at everybody who has access. `0 days`: never.',
    ),
    reviewWithin: durationSetting.describe(
      'How long a review may take; half way the main contact is reminded, at its end the deputies are asked.',
    ),
    unusedAfter: durationSetting.describe('Without use for this long, a review points somebody out.'),
    readOnlyAfterClosing: durationSetting.describe(
      'How long the people of an organisation that closed can still look at it.',
    ),
    authorisers: z
      .array(z.enum(authorisers))
      .min(1)
      .describe(
        'Who may confirm a new main contact when the one before is gone, in the order they are offered.',
      ),
    accessRequestLife: durationSetting.describe(
      'A request for access that nobody decided lapses after this long.',
    ),
    importRows: z.int().min(1).max(5000).describe('Rows of one file of people, at most.'),
    registration: z.boolean().describe('Whether organisations may register.'),
    registrableSettings: z
      .array(z.string())
      .describe('The register’s prescribing settings whose organisations may register; 4 is a GP practice.'),
    automaticApproval: z
      .boolean()
      .describe(
        'Approves a registration whose mailbox answers, without staff. Much weaker: whoever registers names that mailbox. Off everywhere.',
      ),
  })
  .describe('Organisations that register');

const retention = z
  .strictObject({
    closedAccounts: durationSetting.describe('A closed account is erased after this long.'),
    unusedInvitations: durationSetting.describe(
      'An invitation that nobody took up is erased after this long.',
    ),
    sessions: durationSetting.describe('Ended sessions, revoked devices and dead links are kept this long.'),
    messages: durationSetting.describe('That a message was sent, and what became of it, is kept this long.'),
    registrations: durationSetting.describe('Decided registrations of organisations are kept this long.'),
    removedMembers: durationSetting.describe(
      'That somebody belonged to an organisation, and why they were removed, is kept this long.',
    ),
    accessRequests: durationSetting.describe(
      'Requests for access, for a new main contact, and words about leavers are kept this long once decided; the mere name of a leaver that nobody answered about, this long at most.',
    ),
    peopleFiles: durationSetting.describe('What a file of people said is kept this long.'),
    factorRequests: durationSetting.describe(
      'What people wrote who could give no security code is kept this long after it ended.',
    ),
    tickets: durationSetting.describe(
      'A ticket, with its messages and files, is erased this long after it closed.',
    ),
    heldTickets: durationSetting.describe(
      'A ticket whose address nobody confirmed is erased after this long.',
    ),
    mailIn: durationSetting.describe('The original of an email that came in is kept this long.'),
    articleFeedback: durationSetting.describe('What people said of help articles is kept this long.'),
    exports: durationSetting.describe('A copy of their own data waits this long for a person to fetch it.'),
  })
  .describe('How long things are kept');

/** Everything in which one portal differs from another. The texts make docs/running/settings.md. */
export const settingsSchema = z.strictObject({
  service,
  support: supportSetting,
  tickets: ticketsSetting,
  helpCentre: helpCentreSetting,
  accounts,
  logIn,
  password,
  lockout,
  secondFactor,
  texts,
  recovery,
  activation,
  emailChange,
  session,
  organisations,
  retention,
});

export type Settings = z.infer<typeof settingsSchema>;
