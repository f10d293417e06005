import { z } from 'zod';
import { durationSetting } from './duration-setting.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time like "08:00", or "24:00" for the day’s end');

const opening = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    from: timeOfDay,
    to: timeOfDay,
  })
  .refine(({ from, to }) => from < to, 'must end after it begins');

export const bankHolidays = ['none', 'england-and-wales', 'scotland', 'northern-ireland'] as const;

export const supportSetting = z
  .strictObject({
    email: z.email().describe('The address people may write to.'),
    phone: z.string().describe('The number people may call, as shown.'),
    hours: z
      .strictObject({
        days: z.string().describe('The days as people say them, like "Monday to Friday".'),
        times: z.string().describe('The times, like "8am to 6pm".'),
      })
      .describe('When support answers, in words.'),
    open: z
      .array(opening)
      .min(1)
      .describe(
        'The same for the clocks: times of the service’s time zone in which tickets are answered. Every day from 00:00 to 24:00 is round the clock.',
      ),
    bankHolidays: z
      .enum(bankHolidays)
      .describe('Whose bank holidays support is closed on. `none`: open on them too.'),
    closedOn: z
      .array(z.iso.date())
      .describe('More days on which support is closed, like a bank holiday that was announced late.'),
    relayUk: z.boolean().describe('Whether people may call by Relay UK, which puts 18001 before the number.'),
    urgentPhone: z.string().optional().describe('A number for urgent supplies, where there is one.'),
  })
  .describe('How people reach support');

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower case letters, numbers and hyphens');

const question = z
  .strictObject({
    key,
    label: z.string().min(1).max(200),
    hint: z.string().max(300).optional(),
    type: z.enum(['text', 'long-text', 'date', 'choice', 'email', 'phone', 'organisation-code']),
    required: z.boolean(),
    choices: z.array(z.string().min(1).max(120)).optional(),
    /** The choice that puts the ticket first, whatever its subject. */
    urgentIf: z.string().optional(),
  })
  .refine(
    ({ type, choices }) => (type === 'choice') === (choices !== undefined && choices.length > 1),
    'has choices when it is one, at least two',
  )
  .refine(
    ({ choices, urgentIf }) => urgentIf === undefined || choices?.includes(urgentIf),
    'can be urgent only for one of its choices',
  );

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** What a ticket of this kind sets off beside being answered. */
export const subjectKinds = [
  'question',
  'registration',
  'urgent-supplies',
  'complaint',
  'helping-someone',
  'someone-died',
] as const;

const subject = z.strictObject({
  key,
  name: z.string().min(1).max(120).describe('What people choose.'),
  hint: z.string().max(300).optional().describe('One sentence below it.'),
  kind: z
    .enum(subjectKinds)
    .describe(
      '`registration` becomes one for staff to complete, `urgent-supplies` goes first, `complaint` starts the 30 days, `helping-someone` tells the helper nothing until that person agrees, `someone-died` stops all messages once staff checked it.',
    ),
  priority: z.enum(priorities),
  articles: z
    .array(z.string())
    .optional()
    .describe('Help articles offered first, by the end of their address.'),
  questions: z.array(question),
});

export type TicketSubject = z.infer<typeof subject>;
export type SubjectQuestion = z.infer<typeof question>;

const byPriority = z.strictObject({
  urgent: durationSetting,
  high: durationSetting,
  normal: durationSetting,
  low: durationSetting,
});

const unique = (keys: string[]) => new Set(keys).size === keys.length;

export const ticketsSetting = z
  .strictObject({
    subjects: z
      .array(subject)
      .min(1)
      .refine((subjects) => unique(subjects.map((each) => each.key)), 'must each have a key of their own')
      .refine(
        (subjects) => subjects.every((each) => unique(each.questions.map((one) => one.key))),
        'must not ask a question twice',
      )
      .refine((subjects) => subjects.some((each) => each.key === 'other'), 'needs the subject `other`')
      .describe('What people can choose when they ask, in this order, with the questions of each.'),
    firstAnswerWithin: byPriority.describe('Working time until somebody answers; people read it.'),
    solveWithin: byPriority.describe(
      'Working time until it is solved; it stands still while we wait for an answer.',
    ),
    heldFor: durationSetting.describe('How long a stranger’s ticket waits for its address to be confirmed.'),
    confirmLife: durationSetting.describe('How long the link and code work that confirm it.'),
    linkLife: durationSetting.describe('How long the link in an email opens its ticket.'),
    visitLasts: durationSetting.describe(
      'How long a browser that came by such a link can look at the ticket.',
    ),
    staysLoggedIn: durationSetting.describe(
      'How long somebody stays logged in to their tickets on a device.',
    ),
    joinDoublesWithin: durationSetting.describe(
      'The same words from the same address within this time are one ticket.',
    ),
    reopenWithin: durationSetting.describe('How long a solved ticket can be reopened; then it closes.'),
    perAddressPerHour: z.int().min(1).describe('Tickets an hour from one address.'),
    perNetworkPerHour: z.int().min(1).describe('Tickets an hour from one network without an account.'),
    repliesPerHour: z
      .int()
      .min(2)
      .describe(
        'Emails an hour that one ticket sends and takes in, so that two machines stop answering each other.',
      ),
    attachments: z
      .strictObject({
        atMost: z.int().min(0).max(20).describe('Files with one message.'),
        megabytes: z.int().min(1).max(50).describe('Size of each.'),
      })
      .describe('Files.'),
    complaintsWithin: durationSetting.describe('How long a data-protection complaint may take.'),
  })
  .describe('Tickets');

export const helpCentreSetting = z
  .strictObject({
    sets: z
      .array(key)
      .describe(
        'The starter articles, by their folder in content/help, that a new installation begins with.',
      ),
    reviewEvery: durationSetting.describe('How long after it was published an article is to be read again.'),
    feedbackReasons: z
      .array(z.strictObject({ key, name: z.string().min(1).max(120) }))
      .min(2)
      .describe('What people choose from when an article did not help.'),
    proofOfWork: z
      .int()
      .min(1_000)
      .max(10_000_000)
      .describe(
        'How many guesses a browser makes, at most, before feedback counts by itself; 100000 takes about a second.',
      ),
    feedbackPerHour: z.int().min(1).describe('Feedback an hour from one network.'),
  })
  .describe('Help centre');
