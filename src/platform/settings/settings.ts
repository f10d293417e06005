import { z } from 'zod';
import { durationSetting } from './duration-setting.ts';

const openingHours = z.strictObject({
  days: z.string().describe('The days as people say them, like "Monday to Friday".'),
  times: z.string().describe('The times, like "8am to 6pm".'),
});

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

const support = z
  .strictObject({
    email: z.email().describe('The address people may write to.'),
    phone: z.string().describe('The number people may call, as shown.'),
    hours: openingHours.describe('When support answers.'),
    urgentPhone: z.string().optional().describe('A number for urgent supplies, where there is one.'),
  })
  .describe('How people reach support');

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

const recovery = z
  .strictObject({
    linkLife: durationSetting.describe('How long a reset link works.'),
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
  })
  .describe('Sessions');

const organisations = z
  .strictObject({
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

/** Everything in which one portal differs from another. The texts make docs/running/settings.md. */
export const settingsSchema = z.strictObject({
  service,
  support,
  password,
  lockout,
  recovery,
  activation,
  session,
  organisations,
});

export type Settings = z.infer<typeof settingsSchema>;
