import { catalogue } from '../../kernel/words.ts';

interface Limits {
  atMost: number;
  megabytes: number;
}

const kinds =
  'a PDF, a photo or picture, a text or CSV file, or a Word, Excel, PowerPoint or OpenDocument file';

export const attachmentsWords = catalogue({
  en: {
    label: 'Add files (optional)',
    hint: ({ atMost, megabytes }: Limits) =>
      `${atMost === 1 ? 'One file' : `Up to ${atMost} files`} of at most ${megabytes} MB${atMost === 1 ? '' : ' each'}: ${kinds}. Do not send pictures of passwords or codes.`,
    /** For whoever presses Enter; nobody sees it. */
    send: 'Send',
    kept: 'Files with this message',
    remove: (name: string) => `Remove ${name}`,
    unnamed: 'file',
    /** Names in errors: whole ones can be as long as a page. */
    short: (name: string) => {
      const clean = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
      return clean.length > 60 ? `${clean.slice(0, 57)}…` : clean || 'The file';
    },
    lost: 'Some of your files were here for more than an hour and are gone. Choose them again.',
    refusals: {
      'too-large': (name: string, { megabytes }: Limits) =>
        `${name} is larger than ${megabytes} MB. Choose a smaller file.`,
      'too-many': (_name: string, { atMost }: Limits) =>
        atMost === 1
          ? 'You can send one file with a message. Choose the one that matters most.'
          : `You can send ${atMost} files with a message. Choose the ${atMost} that matter most.`,
      'too-many-from-here': (name: string) =>
        `${name} was not taken: many files came from your network in the last hour. Send your message without it, and add it to your ticket later.`,
      'too-many-now': (name: string) =>
        `${name} was not taken: too many files wait here at the moment. Send your message without it, and add it to your ticket later.`,
      empty: (name: string) => `${name} is empty. Choose another file.`,
      'active-content': (name: string) =>
        `${name} is a web page, a drawing or a document with instructions for a computer in it. Choose ${kinds}.`,
      program: (name: string) => `${name} is a program. Choose ${kinds}.`,
      archive: (name: string) => `${name} is a packed file, like a ZIP. Choose the files that are inside it.`,
      'other-kind': (name: string) => `${name} is not a kind of file that we can open. Choose ${kinds}.`,
      'too-many-pixels': (name: string) =>
        `${name} is a picture with too many pixels. Choose one with fewer than 40 megapixels.`,
      'unreadable-picture': (name: string) => `${name} is damaged and cannot be shown. Choose another file.`,
      infected: (name: string) => `${name} has a virus in it. We did not keep it.`,
    },
    list: {
      heading: 'Files',
      size: (bytes: number) =>
        bytes < 1024 * 1024
          ? `${Math.max(1, Math.round(bytes / 1024))} kB`
          : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
      waiting: 'We are checking this file. You can open it soon.',
      held: 'We are looking at this file before anybody can open it.',
      refused: {
        'too-large': 'Not kept: it was too large.',
        'too-many': 'Not kept: there were too many files with the message.',
        'too-many-from-here': 'Not kept: there were too many files.',
        'too-many-now': 'Not kept: too many files waited.',
        empty: 'Not kept: it was empty.',
        'active-content': 'Not kept: it had instructions for a computer in it.',
        program: 'Not kept: it was a program.',
        archive: 'Not kept: it was a packed file, like a ZIP. Send the files that are inside it.',
        'other-kind': 'Not kept: it was not a kind of file that we can open.',
        'too-many-pixels':
          'Not kept: the picture had too many pixels. Send one with fewer than 40 megapixels.',
        'unreadable-picture': 'Not kept: the picture was damaged.',
        infected: 'Not kept: it had a virus in it.',
      } as Record<string, string>,
      /** For staff alone. */
      because: {
        'scanner-unreachable': 'Held: the virus scanner cannot be reached. It is tried again every minute.',
        'scanner-odd-answer': 'Held: the virus scanner gave an answer that says neither yes nor no.',
        macros: 'Held: an Office file with macros.',
        'old-office': 'Held: an older or protected Office file, which may have macros.',
        'could-not-be-read': 'Held: looking into it failed several times.',
        'not-scanned': 'Not scanned for viruses: no scanner is set up.',
        released: 'Released by staff.',
      } as Record<string, string>,
      infectedWith: (name: string) => `The virus scanner calls it ${name}.`,
      release: (name: string) => `Release ${name}`,
    },
  },
});

export type AttachmentsWords = (typeof attachmentsWords)['en'];
