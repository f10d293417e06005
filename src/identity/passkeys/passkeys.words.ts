import { catalogue } from '../../kernel/words.ts';

export const passkeysWords = catalogue({
  en: {
    /** Beside the portal's own in the list that a browser shows. */
    staffName: (email: string) => `${email} (staff)`,
    form: {
      use: 'Use a passkey',
      without:
        'This browser cannot use a passkey: it does not know them, or JavaScript is switched off. Try another browser or device.',
      notUsed: 'No passkey was used. Try again, or choose another way.',
      notCreated: 'No passkey was created. Try again, or choose another way.',
      thereAlready: 'This device already has a passkey for your account.',
      notReached: 'We could not be reached. Check your connection, reload the page and try again.',
    },
    refused: {
      next: 'You can go back and try again, or choose another way.',
      back: 'Go back',
      refused: {
        title: 'We did not recognise this passkey',
        what: 'It may have been removed from your account, or belong to another one.',
      },
      'too-late': {
        title: 'Use your passkey again',
        what: 'It was used too long after we asked for it, or we asked for it again in another tab.',
      },
      copied: {
        title: 'We could not accept this passkey',
        what: 'It told us that it was used less often than before, which can mean that there is a copy of it. We have written to its owner.',
      },
      'password-too': {
        title: 'This passkey needs your password too',
        what: 'It did not check that it is you, or we cannot be sure that there is no copy of it. Log in with your password, then use the passkey.',
      },
    },
    email: {
      subject: 'A passkey of yours may have been copied',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string, passkey: string) =>
        `Somebody used your passkey “${passkey}” for ${service}. It told us that it was used less often than before, which can mean that there is a copy of it. We did not let anybody in.`,
      stopped: 'We stopped this passkey. You can log in another way, and add a new passkey under “Security”.',
      kept: 'It is the only way you have to prove that it is you, so it still works, but only together with your password. Log in, add a new passkey or another way, and remove this one.',
      harmless:
        'If you used it yourself, it may only have been restored from a backup. It is still safer to make a new one.',
      notYou:
        'If it was not you, tell us. Everybody is then logged out of your account, and you choose a new password.',
      button: 'This was not me',
      life: 'The link works for 7 days.',
    },
  },
});

export type PasskeysWords = (typeof passkeysWords)['en'];
