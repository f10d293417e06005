import { catalogue } from '../../kernel/words.ts';

export const changePasswordWords = catalogue({
  en: {
    title: 'Change your password',
    others: 'Everybody else who is logged in to your account is logged out. You stay logged in here.',
    label: 'New password',
    same: 'This is the password you have already. Choose another one',
    save: 'Save the new password',
    email: {
      dear: (name: string) => `Dear ${name},`,
      subject: 'Your password was changed',
      what: (service: string) =>
        `The password of your ${service} account was changed by somebody who was logged in and knew the old one.`,
      sessions: 'Every other browser was logged out.',
      notYou: 'If it was not you, say so now. You need not log in, and we make your account safe.',
      button: 'This was not me',
    },
  },
});

export type ChangePasswordWords = (typeof changePasswordWords)['en'];
