import { seconds } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import { classifyMail } from './classify-mail.ts';
import { findThread } from './find-thread.ts';
import { handleMailName, type Mail, type MailInId } from './mail.ts';
import { checkSenderApart, readMailApart } from './mail-apart.ts';
import {
  endMail,
  giveUpOnMail,
  holdWaitingMail,
  type MailEnding,
  type MailIn,
  takeWaitingMail,
} from './mail-in.store.ts';
import { readWhole } from './read-whole.ts';
import { takeBounce } from './take-bounce.ts';
import { type TakeLetterNeeds, takeLetter } from './take-letter.ts';

export interface HandleMailNeeds extends TakeLetterNeeds {
  database: Database;
  files: FileStore;
  resolveDns: ResolveDns;
}

const mostAttempts = 5;
const mostAtOnce = 20;

/** Makes something of the mail that was fetched; one that fails keeps nobody else's waiting. */
export const handleMailWork = (needs: HandleMailNeeds): DueWork => ({
  name: handleMailName,
  every: seconds(30),
  runDue: async (now) => {
    await giveUpOnMail(needs.database, mostAttempts, now);
    const tried: MailInId[] = [];
    const failures: unknown[] = [];
    while (tried.length < mostAtOnce) {
      const mailIn = await takeWaitingMail(needs.database, { mostAttempts, tried });
      if (!mailIn) break;
      tried.push(mailIn.id);
      await handleMail(needs, mailIn).catch((error) => failures.push(error));
    }
    const handled = tried.length - failures.length;
    if (handled === 0 && failures.length > 0) throw failures[0];
    return handled;
  },
});

async function handleMail(needs: HandleMailNeeds, { id, fileId }: MailIn): Promise<void> {
  const raw = fileId && (await readWhole(needs, fileId));
  const mail = raw && (await readMailApart(raw).catch(() => undefined));
  if (!mail) return end(needs, id, async () => ({ state: 'unreadable', problem: 'not-understood' }));
  const found = classifyMail(mail, needs.ourMail);
  switch (found.is) {
    case 'bounce':
      return end(needs, id, (tx) => takeBounce(needs, tx, found.report));
    case 'loop':
    case 'auto-reply':
    case 'list':
      return end(needs, id, (tx) => ignore(needs, tx, mail, found));
    case 'normal': {
      const { from } = mail;
      if (!from) return end(needs, id, async () => ({ state: 'unreadable', problem: 'no-sender' }));
      const check = await checkSenderApart({ raw, from }, needs.resolveDns);
      return end(needs, id, (tx) => takeLetter(needs, tx, { id, mail, from, check }));
    }
  }
}

/** What comes of a mail and that it came of it are one change. */
const end = ({ clock, database }: HandleMailNeeds, id: MailInId, handle: (tx: Tx) => Promise<MailEnding>) =>
  inTransaction(database, async (tx) => {
    if (await holdWaitingMail(tx, id)) await endMail(tx, id, await handle(tx), clock.now());
  });

/** Nobody is told anything; staff find it in the list of mail, with the ticket it belongs to. */
async function ignore(
  needs: HandleMailNeeds,
  tx: Tx,
  mail: Mail,
  { is, because }: { is: string; because: string },
): Promise<MailEnding> {
  const check = { spf: 'none', dkim: 'none', dmarc: 'none' } as const;
  const thread = await findThread(tx, needs.ourMail, { mail, sender: undefined, check });
  return { state: 'ignored', effect: is, problem: because, ...(thread && { ticketId: thread.ticket.id }) };
}
