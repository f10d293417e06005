import { catalogue } from '../../../kernel/words.ts';

export const createStaffWords = catalogue({
  en: {
    nameWrong: 'A member of staff needs a name of up to 200 characters.',
    emailWrong: (typed: string) => `"${typed}" is not an email address. Give one like name@example.com.`,
    roleWrong: (typed: string) =>
      `There is no role "${typed}". Choose agent, senior, accounts, editor or administrator.`,
    alreadyStaff: (email: string) => `${email} is support staff already.`,
    notActive: (email: string) =>
      `The account of ${email} is not active. Staff can activate it again under People.`,
    addressChanged: (email: string) =>
      `The account of ${email} was changed to another address lately. Use that one, or wait some days.`,
    added: (email: string) => `${email} is support staff now, and logs in with the staff password they have.`,
    invited: (email: string) => `${email} is support staff now. A link to set a password has been emailed.`,
    link: 'In case email does not work yet, this is the link. It works once, and is for its owner alone:',
  },
});
