import { catalogue } from '../../kernel/words.ts';

const english = {
  uniqueId: (code: string) => `Unique ID: ${code}`,
  continue: 'Continue',
  you: {
    title: 'About you',
    caption: (practice: string) => `Registering ${practice}`,
    lead: 'You will be the main contact: the person who answers for who at the practice has access.',
    fullName: 'Full name',
    email: 'Your work email address',
    emailHint: 'Your own address, that nobody else reads. You will log in with it.',
    phone: 'Your phone number',
    phoneHint: 'We only call about this registration.',
  },
  mailbox: {
    title: 'The practice’s own mailbox',
    label: 'Email address of the practice',
    hint: 'An address that belongs to the practice and is read by its staff, such as reception or the practice manager’s shared mailbox.',
    why: 'Why we ask',
    reason:
      'People leave, and their addresses leave with them. The practice’s mailbox is how we reach the practice itself, and is told whenever its main contact changes. Support checks it before relying on it.',
  },
  check: {
    title: 'Check your answers',
    practice: 'Practice',
    fullName: 'Full name',
    email: 'Work email address',
    phone: 'Phone number',
    mailbox: 'Practice mailbox',
    change: 'Change',
    what: {
      practice: 'practice',
      fullName: 'full name',
      email: 'work email address',
      phone: 'phone number',
      mailbox: 'practice mailbox',
    },
    true: 'By sending this you confirm that you work for the practice and may act as its main contact.',
    send: 'Confirm and send',
  },
  sent: {
    title: 'Registration sent',
    reference: 'Your reference',
    emailed:
      'We have sent a confirmation to your work email address. Look in spam or junk if it is not there.',
    next: 'What happens next',
    steps: [
      'Support checks with the practice, using the phone number or address in the national register. Somebody may call the practice, or send it a letter with a code.',
      'When that is done we email you. If the registration is approved, the email has a link to set up your account.',
      'You can then log in, add the other people who work at the practice, and decide who else asks for access.',
    ],
    noNeed: 'You do not need to send it again. Keep the reference in case you contact us.',
    contact: 'Contact support',
  },
  errors: {
    noName: 'Enter your full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter your work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noPhone: 'Enter your phone number',
    notPhone: 'Enter a phone number, like 01632 960 001 or 07700 900 982',
    noMailbox: 'Enter the email address of the practice',
    notMailbox: 'Enter an email address in the correct format, like reception@example.com',
    ownMailbox: 'Enter an address of the practice that is different from your own work email address',
  },
  ask: {
    subject: (practice: string) => `Is this registration of ${practice} right?`,
    title: 'Somebody registers your practice',
    text: (practice: string) =>
      `Somebody asked to register ${practice}, and gave this address as the practice’s own mailbox. Open the link to see who it is and to confirm.`,
    button: 'See who it is',
    notYou: (email: string, phone: string) =>
      `If you know nothing of it, do not confirm, and tell support at ${email} or on ${phone}.`,
  },
  received: {
    subject: (reference: string) => `We have your registration (${reference})`,
    title: 'We have your registration',
    practice: (name: string, code: string) => `You asked to register ${name} (unique ID ${code}).`,
    reference: (reference: string) => `Your reference is ${reference}.`,
    next: 'Support now checks with the practice, using the phone number or address in the national register. We email you when that is done.',
    notYou: (email: string, phone: string) =>
      `If you did not ask for this, tell support at ${email} or on ${phone}. Nobody gets access until the check is done.`,
  },
};

export const registerOrganisationWords = catalogue({ en: english });
export type RegisterOrganisationWords = typeof english;
