import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const accountSecurityWords = catalogue({
  en: {
    title: 'Security codes and passkeys',
    intro: 'These are the ways to show that it is you, besides your password.',
    changed:
      'When you change something here, we ask for a code again on every device, also where you chose not to be asked.',
    needed: 'Your account needs at least one of them. We ask for it when you log in.',
    free: 'You do not need one, but we recommend it: nobody can get into your account with your password alone.',
    weak: 'What you have is not enough by itself for your account. Add a stronger way.',
    none: {
      heading: 'You only have a password',
      text: 'Anybody who finds out your password can get into your account. Add a way to get security codes to keep them out.',
    },
    kinds: {
      authenticator: 'Authenticator app',
      passkey: 'Passkey',
      text: 'Text message',
      email: 'Email',
      'recovery-codes': 'Recovery codes',
    },
    rows: {
      kind: 'Kind',
      number: 'Number',
      numberEnds: (end: string) => `Ends in ${end}`,
      added: 'Added',
      lastUsed: 'Last used',
      never: 'Not used yet',
      left: 'Codes left',
      leftOf: (left: number) => (left === 0 ? 'None. Get new ones' : `${left} of 10`),
      backedUp: 'Where it is',
      isBackedUp: { yes: 'Saved with your other passwords and devices', no: 'On one device only' },
      trusted: 'New number',
      trustedFrom: (at: Date, timeZone: string) =>
        `Until ${sayMoment(at, timeZone)} we also ask for a code by email`,
    },
    first: 'Asked for first',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    actions: {
      rename: 'Rename',
      remove: 'Remove',
      prefer: 'Ask for this first',
      changeNumber: 'Change number',
      newCodes: 'Get new codes',
    },
    add: 'Add another way',
    addFirst: 'Add a way to get security codes',
    codes: {
      heading: 'You have no recovery codes',
      why: 'If you lose your phone or computer, recovery codes let you in. Get them now and keep them somewhere safe.',
      button: 'Get recovery codes',
    },
    done: {
      added: 'It was added',
      authenticator: 'The authenticator app was added',
      passkey: 'The passkey was added',
      text: 'The number for text messages was added',
      email: 'Security codes by email were added',
      'recovery-codes': 'You have new recovery codes',
      removed: 'It was removed. Everybody else was logged out',
      renamed: 'The new name was saved',
      preferred: 'We ask for it first from now on',
    } as Record<string, string>,
    devices: 'Devices and where you are logged in',
    rename: {
      title: (name: string) => `Rename “${name}”`,
      label: 'Name',
      hint: 'For example “Work phone”',
      empty: 'Enter a name',
      long: (most: number) => `Name must be ${most} characters or fewer`,
      save: 'Save',
    },
    remove: {
      title: (name: string) => `Remove “${name}”?`,
      what: 'You can no longer use it to log in. Everybody else who is logged in to your account is logged out.',
      codes: 'None of these codes works any more.',
      button: 'Remove it',
      keep: 'Keep it',
      last: {
        title: (name: string) => `You cannot remove “${name}” yet`,
        why: 'Your account needs a way to show that it is you, and the rest would not be enough.',
        next: 'Add another way first. Then you can remove this one.',
      },
    },
    prefer: {
      title: (name: string) => `Ask for “${name}” first?`,
      what: 'When you log in, we ask for it first. You can still choose another way then.',
      button: 'Ask for it first',
    },
  },
});

export type AccountSecurityWords = (typeof accountSecurityWords)['en'];
