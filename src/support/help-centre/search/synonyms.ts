import { wordsOf } from '../../articles/fold-words.ts';

/** What people say for the same thing; whoever searches for one of a line finds articles that say another. */
const lines = [
  'log in, login, log on, logon, sign in, signin, sign on, get in, get into',
  'log out, logout, log off, sign out, signout, kicked out, timed out',
  'security code, 2fa, mfa, otp, two factor, 2 factor, two step, verification code, one time code, authentication code, passcode, sms code',
  'authenticator, authenticator app, google authenticator, microsoft authenticator, totp',
  'text message, text, sms',
  'recovery code, backup code, printed code, scratch code',
  'passkey, fingerprint, face id, touch id, biometric, security key, yubikey',
  'practice, surgery, gp, gp practice, clinic, organisation, organization, employer, workplace',
  'password, pass word, passcode, pwd, pin',
  'forgotten, forgot, forget, lost, dont remember, cannot remember, dont know',
  'reset, change, new, recover',
  'username, user name, user id, login name',
  'email, mail, inbox, mailbox',
  'spam, junk',
  'arrive, arrived, come, came, receive, received, get, got, sent',
  'mobile, phone, fone, telephone, smartphone, cell, handset, iphone, android',
  'locked, blocked, closed, locked out, shut out, barred, too many tries, too many attempts',
  'unlock, unblock, open',
  'deactivated, disabled, suspended, inactive, switched off, not active, turned off',
  'activate, reactivate, enable, set up, first time',
  'invitation, invite, invited, activation, activation link, welcome email',
  'expired, ran out, out of date, no longer works, stopped working, not valid, invalid',
  'create an account, register, registration, sign up, signup, join, enrol, open an account',
  'user, colleague, member of staff, staff, employee, receptionist, person, people, team',
  'main contact, super user, superuser, practice manager, manager, administrator, admin',
  'add, create, invite',
  'remove, delete, take off, revoke, end, cancel',
  'left, leaver, leaving, quit, resigned, gone, moved on, retired',
  'role, permission, permissions, access rights, privilege',
  'unique id, ods code, practice code, organisation code, reference code',
  'supplies, stationery, prescription pads, needles, syringes, order, stock',
  'urgent, emergency, straight away, asap, at once, run out',
  'paid, payment, pay, money, payout, owed, remuneration, earnings',
  'statement, payslip, remittance',
  'appointment, booking, consultation, visit, session',
  'video, webcam, camera, zoom, teams',
  'microphone, mic, sound, speaker',
  'blank page, white screen, blank screen, empty page, nothing shows, does not load, page wont load',
  'browser, chrome, safari, edge, firefox, internet explorer',
  'address, postal address, home address, moved house',
  'name, surname, married name, maiden name',
  'ticket, enquiry, query, request, case',
  'contact, call, ring, speak, helpline, help line, helpdesk, help desk, customer service',
  'complaint, complain, unhappy, data breach',
  'died, death, dead, passed away, deceased, bereavement',
  'someone else, somebody else, relative, carer, on behalf, behalf, mother, father, mum, dad, parent, husband, wife, son, daughter',
  'hacked, hacker, stolen, compromised, not me, unknown log in, suspicious',
  'phishing, scam, fake, pretend, fraud, genuine',
  'nhs login, nhs app, nhs account',
  'prove, proof, identity, id, document, passport, driving licence',
  'temporary password, password by email, new password by email',
  'two accounts, duplicate, several accounts, second account',
  'landline, no mobile, without a mobile',
  'branch, site',
  'locum, practitioner, doctor, gp',
  'cookies, tracking, privacy',
];

/** Each line as lists of folded words. */
export const synonyms: readonly (readonly (readonly string[])[])[] = lines.map((line) =>
  line.split(', ').map(wordsOf),
);

/** Phrases by their first word, with the line they stand in, longest first. */
const phrases = new Map<string, { words: readonly string[]; line: readonly (readonly string[])[] }[]>();
for (const line of synonyms)
  for (const words of line) {
    const first = words[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), { words, line }]);
  }
for (const known of phrases.values()) known.sort((one, other) => other.words.length - one.words.length);

/** The longest phrase that begins here, and every other way to say it. */
export function synonymsAt(
  words: readonly string[],
  at: number,
): { length: number; others: readonly (readonly string[])[] } | undefined {
  const here = (phrases.get(words[at] ?? '') ?? []).filter((known) =>
    known.words.every((word, offset) => words[at + offset] === word),
  );
  const length = here[0]?.words.length;
  if (!length) return undefined;
  const longest = here.filter((known) => known.words.length === length);
  return { length, others: [...new Set(longest.flatMap((known) => known.line))] };
}
