import { catalogue } from '../../kernel/words.ts';
import { accountValuesWords } from '../account-values.words.ts';

export const profileWords = catalogue({
  en: {
    title: 'My profile',
    intro: 'What we know of you, and how we reach you. Support sees it too when you ask for help.',
    change: 'Change',
    add: 'Add',
    none: 'Not given',
    elsewhere: 'The email address and password you log in with are in',
    elsewhereLink: 'Account details',
    codes:
      'Security codes do not go to this phone number, unless you chose it for them. Where they go, you see and change in',
    codesLink: 'Security',
    save: 'Save',
    done: 'Your profile has been changed.',
    fields: {
      name: { label: 'Name', what: 'name' },
      phone: { label: 'Phone number', what: 'phone number' },
      address: { label: 'Postal address', what: 'postal address' },
      username: { label: 'Username', what: 'username' },
      language: { label: 'Language', what: 'language' },
      contact: { label: 'How to contact you', what: 'how you want to be contacted' },
    },
    name: {
      title: 'What is your name?',
      label: 'Full name',
      empty: 'Enter your full name',
      long: (most: number) => `Full name must be ${most} characters or fewer`,
      isAddress: 'Full name must not hold an email or web address',
    },
    phone: {
      title: 'What is your phone number?',
      label: 'Phone number',
      hint: 'A UK number, or one from abroad that begins with +. Leave it empty if you have none.',
      noMobile: 'Kept as “no mobile”: nobody calls it or sends texts to it.',
      callsOnly: 'For calls only. It cannot get text messages.',
      wrong: 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
    },
    address: {
      title: 'What is your postal address?',
      hint: 'Leave everything empty if you do not want us to have one.',
      line1: 'Address line 1',
      line2: 'Address line 2 (optional)',
      town: 'Town or city',
      postcode: 'Postcode',
      noLine1: 'Enter address line 1, typically the building and street',
      noTown: 'Enter a town or city',
      noPostcode: 'Enter a postcode',
      long: 'This must be 100 characters or fewer',
      longPostcode: 'Postcode must be 12 characters or fewer',
    },
    username: {
      title: 'Choose a username',
      warning:
        'You can log in with it in place of your email address. Nobody, you included, can have your old one again.',
    },
    language: {
      title: 'Which language do you want?',
      label: 'Language',
      names: accountValuesWords.en.languages,
      wrong: 'Select a language',
    },
    contact: {
      title: 'How should we contact you?',
      label: 'Select all that you need',
      hint: 'Support sees this before they write to you or call you.',
      needs: accountValuesWords.en.contactNeeds,
      interpreterLanguage: 'Language of the interpreter, if you need one',
      interpreterHint: 'For example Polish, Urdu or British Sign Language',
      noInterpreterLanguage: 'Enter the language of the interpreter',
      longInterpreterLanguage: 'Language must be 60 characters or fewer',
      withLanguage: (language: string) => `An interpreter: ${language}`,
      wrong: 'Select only from the list',
    },
    email: {
      dear: (name: string) => `Dear ${name},`,
      subject: (what: string) => `Your ${what} was changed`,
      subjectContact: 'How you want to be contacted was changed',
      what: (service: string, what: string) =>
        `In your ${service} account, this was changed by somebody who was logged in: ${what}.`,
      notYou: 'If it was not you, say so now. You need not log in, and we make your account safe.',
      button: 'This was not me',
    },
  },
});

export type ProfileWords = (typeof profileWords)['en'];
