import type { DueWork } from '../platform/jobs/index.ts';
import type { AskNeeds } from './ask/ask.ts';
import { mayWriteTo, mayWriteToSender } from './ask/limit-asking.ts';
import { sendConfirmation } from './ask/send-confirmation.ts';
import { takeIn } from './ask/take-in.ts';
import { type FetchMailNeeds, fetchMailWork } from './mail-in/fetch-mail.ts';
import { type ForgetMailNeeds, forgetMailWork } from './mail-in/forget-mail.ts';
import { type HandleMailNeeds, handleMailWork } from './mail-in/handle-mail.ts';
import { type KeepFilesNeeds, keepFiles } from './mail-in/keep-files.ts';
import type { TellAsker } from './mail-in/take-letter.ts';

export type MailWorksNeeds = AskNeeds &
  FetchMailNeeds &
  ForgetMailNeeds &
  KeepFilesNeeds &
  Omit<HandleMailNeeds, 'tellAsker' | 'keepFiles'>;

/** What happens to mail by itself: it comes in, something is made of it, and it is forgotten. */
export const mailWorks = (needs: MailWorksNeeds): DueWork[] => [
  fetchMailWork(needs),
  handleMailWork({
    ...needs,
    tellAsker: tellAsker(needs),
    keepFiles: (tx, files, place) => keepFiles(needs, tx, files, place),
  }),
  forgetMailWork(needs),
];

/** An address that was written to often enough this hour is not written to again, nor are more of them than it may hold. */
const tellAsker = (needs: AskNeeds): TellAsker => ({
  askToConfirm: async (tx, ticket, requester) => {
    if (await mayWriteToSender(needs, tx, requester.canonical))
      await sendConfirmation(needs, tx, ticket, requester);
  },
  tellReceived: async (tx, ticket, requester) => {
    if (await mayWriteTo(needs, tx, requester.canonical)) await takeIn(needs, tx, ticket, requester);
  },
});
