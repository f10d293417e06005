import { catalogue } from '../../../kernel/words.ts';

/** Security codes and passkeys of a person, as staff read of them. */
export const personSecurityWords = catalogue({
  en: {
    caption: 'Security codes and passkeys',
    none: 'The person has set up no security code or passkey.',
    way: 'Way',
    added: 'Added',
    used: 'Last used',
    state: 'State',
    kinds: {
      authenticator: 'Authenticator app',
      passkey: 'Passkey',
      text: 'Text message',
      email: 'Email',
      'recovery-codes': 'Recovery codes',
    },
    named: (kind: string, name: string) => `${kind}: ${name}`,
    numberEnd: (end: string) => `to the number that ends in ${end}`,
    codesLeft: (left: number) => (left === 1 ? '(1 code left)' : `(${left} codes left)`),
    ofStaff: '(staff log in)',
    never: 'Never',
    inUse: 'In use',
    notTrusted: (moment: string) => `In use. Until ${moment} only together with a code by email`,
    removed: (moment: string) => `Removed on ${moment}`,
    takenBack: (moment: string) => `Removed by “this was not me” on ${moment}`,
    recovered: (moment: string) => `The password was last chosen by email on ${moment}.`,
    frozen: {
      title: 'Changes are frozen',
      what: (moment: string) =>
        `The person said “this was not me” on ${moment}. Until staff have looked and allow changes again, the email address, the phone number and the ways to get a code cannot be changed.`,
    },
    waiting: (reference: string) => `The person cannot get a security code: request ${reference}`,
  },
});

export type PersonSecurityWords = (typeof personSecurityWords)['en'];
