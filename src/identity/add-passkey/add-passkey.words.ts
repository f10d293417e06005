import { catalogue } from '../../kernel/words.ts';

export const addPasskeyWords = catalogue({
  en: {
    title: 'Create a passkey',
    what: 'A passkey lets you in with your fingerprint, your face, the PIN or pattern of your screen, or a security key. There is nothing to remember or to type, and nobody can trick you out of it.',
    where:
      'It is kept on this device, in your password manager or on your security key. On other devices you may need another passkey, or another way.',
    ownDevice: 'Create one only on a device that is yours: whoever can unlock the device can use it.',
    name: 'Name of this passkey',
    nameHint: 'To tell it from others, like “Work laptop”',
    create: 'Create a passkey',
    without: 'This browser cannot create a passkey: it does not know them, or JavaScript is switched off.',
    otherWay: 'Choose another way',
    refused: {
      back: 'Go back',
      refused: {
        title: 'The passkey was not added',
        what: 'What your browser sent is not a passkey that we can use. Try again, or choose another way.',
      },
      'too-late': {
        title: 'Create the passkey again',
        what: 'It was created too long after we asked for it, or we asked for another one in another tab. It was not added. Try again: your device puts the new one in its place.',
      },
      'there-already': {
        title: 'You have this passkey already',
        what: 'It is one of the ways you can log in.',
      },
      'too-many': {
        title: 'You have too many passkeys',
        what: 'Remove one that you no longer use, then create a new one.',
      },
      frozen: {
        title: 'Changes are stopped',
        what: 'Somebody said “this was not me” about your account, so nothing that lets people in can be changed until support has looked at it. Contact support.',
      },
    },
  },
});

export type AddPasskeyWords = (typeof addPasskeyWords)['en'];
