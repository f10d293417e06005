import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Create new user',
  caption: (organisation: string) => organisation,
  lead: 'We email this person an invitation. They have access once they accept it.',
  email: 'Email address',
  emailHint: 'Their own work address, that nobody else reads. They log in with it.',
  fullName: 'Full name',
  fullNameHint: 'As you know them. They check it when they accept.',
  place: 'Where they work',
  wholePractice: (practice: string) => `${practice}: the whole practice, with all its branches`,
  branch: (name: string, code: string) => `${name} (${code}) only`,
  copyFrom: 'Copy roles from a colleague',
  copyHint: 'Ticks the roles that this colleague has and that you may give.',
  copyNobody: 'Choose a colleague',
  copy: 'Copy roles',
  copied: (name: string) => `The roles of ${name} are ticked. Check them before you send the invitation.`,
  copiedNotAll: (name: string, left: string) =>
    `The roles of ${name} that you may give are ticked. Left out: ${left}. You cannot give these, but an administrator of that service may.`,
  jobTitle: 'Job title (optional)',
  phone: 'Phone number (optional)',
  phoneHint: 'A mobile, or a landline of the practice. Leave it empty if there is none.',
  startsOn: 'First day (optional)',
  startsOnHint: 'Their access begins on this day, or when they accept. For example, 27 3 2027.',
  endsOn: 'Last day (optional)',
  endsOnHint: 'Their access ends by itself after this day. For example, 27 3 2027.',
  send: 'Send the invitation',
  sendAnyway: 'Send the invitation anyway',
  errors: {
    noEmail: 'Enter their email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noName: 'Enter their full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noPlace: 'Choose where they work',
    longTitle: (most: number) => `Job title must be ${most} characters or fewer`,
    notPhone: 'Enter a phone number, like 07700 900 982 or 020 7946 0123, or leave it empty',
    noDay: {
      startsOn: 'First day must be a real date, like 27 3 2027',
      endsOn: 'Last day must be a real date, like 27 3 2027',
    },
    farStart: 'First day must be within the next 2 years',
    endPast: 'Last day must be today or later',
    endFar: 'Last day must be within the next 10 years',
    endBeforeStart: 'Last day must not be before the first day',
    noColleague: 'Choose the colleague to copy roles from',
    alreadyMember: 'This person is a user of the practice already, or has been invited',
  },
  alreadyMemberLink: 'Go to this user',
};

export const createUserWords = catalogue({ en: english });
export type CreateUserWords = typeof english;
