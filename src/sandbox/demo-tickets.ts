import { findAccountByEmail } from '../identity/index.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId } from '../kernel/ids.ts';
import { type Database, inTransaction } from '../platform/database/database.ts';
import { addSandboxTicket, hasTickets, type SandboxTicket } from '../support/index.ts';

export type DemoTicketNeeds = Parameters<typeof addSandboxTicket>[0] & { database: Database };

type DemoTicket = Pick<SandboxTicket, 'fullName' | 'subjectKey' | 'title' | 'body'> & {
  email: string;
  /** Answered by the demo agent. */
  answer?: string;
};

const demoTickets: readonly DemoTicket[] = [
  {
    fullName: 'Asha Rowe',
    email: 'asha.rowe@post.example',
    subjectKey: 'locked',
    title: 'The page says password entry is closed',
    body: 'I typed an old password a few times this morning. Now the page says that password entry is closed. When can I try again?',
  },
  {
    fullName: 'Ben Tull',
    email: 'ben.tull@post.example',
    subjectKey: 'security-code',
    title: 'New phone, and the codes went with the old one',
    body: 'I have a new phone since Friday. The app with the codes was only on the old one, and I have already handed that in.',
    answer:
      'Thank you for writing. Please choose “I cannot use any of these” where you are asked for the code. We then check that it is you.',
  },
  {
    fullName: 'Priya Nair',
    email: 'priya.nair@post.example',
    subjectKey: 'other',
    title: 'The help page about leaving is hard to find',
    body: 'I looked for what to do when a colleague leaves and found it only with the third word that I tried.',
  },
];

/** What a desk looks like on a quiet morning; only while nobody asked anything. */
export async function addDemoTickets(needs: DemoTicketNeeds): Promise<void> {
  const agent = await findAccountByEmail(needs.database, 'gwen.parry@support.example');
  await inTransaction(needs.database, async (tx) => {
    if (await hasTickets(tx)) return;
    for (const { email: typed, answer, ...ticket } of demoTickets) {
      const email = readEmailAddress(typed);
      if (!email) throw new Error(`${typed} is no address`);
      const by = agent?.id as AccountId | undefined;
      await addSandboxTicket(needs, tx, {
        ...ticket,
        email,
        ...(answer && by && { answer: { body: answer, by } }),
      });
    }
  });
}
