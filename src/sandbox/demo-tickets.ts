import { findAccountByEmail } from '../identity/index.ts';
import { after, before, hours } from '../kernel/duration.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../kernel/ids.ts';
import { markRegistered } from '../organisations/index.ts';
import { type Database, inTransaction, type Tx } from '../platform/database/database.ts';
import { addSandboxHelp, addSandboxTicket, hasTickets, type SandboxTicket } from '../support/index.ts';
import { type DemoEvent, type DemoTicket, demoTickets } from './demo-conversations.ts';
import { type DemoPerson, demoPeopleOf, demoPractice } from './demo-people.ts';

export type DemoTicketNeeds = Parameters<typeof addSandboxTicket>[0] & { database: Database };

/** What a desk looks like on a busy morning; only while nobody asked anything. */
export async function addDemoTickets(needs: DemoTicketNeeds): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    if (await hasTickets(tx)) return;
    const staff = await findStaff(needs, tx);
    const { subjects } = needs.settings.tickets;
    for (const ticket of demoTickets)
      if (subjects.some(({ key }) => key === ticket.subjectKey))
        await addSandboxTicket(needs, tx, await played(needs, tx, ticket, staff));
    await addSandboxHelp(needs, tx);
  });
}

type Staff = (key: DemoPerson['key']) => AccountId;

async function findStaff({ settings }: DemoTicketNeeds, tx: Tx): Promise<Staff> {
  const accounts = new Map<string, AccountId>();
  for (const { key, email, realm } of demoPeopleOf(settings)) {
    const account = realm === 'support' ? await findAccountByEmail(tx, email) : undefined;
    if (account) accounts.set(key, account.id);
  }
  return (key) => {
    const found = accounts.get(key);
    if (!found) throw new Error(`${key} answers demo tickets and is not there`);
    return found;
  };
}

/** A demo ticket at its real times, by the accounts that this portal has. */
async function played(
  needs: DemoTicketNeeds,
  tx: Tx,
  { ago, email: typed, assignedTo, events = [], ...told }: DemoTicket,
  staff: Staff,
): Promise<SandboxTicket> {
  const email = readEmailAddress(typed);
  if (!email) throw new Error(`${typed} is no address`);
  const askedAt = before(needs.clock.now(), hours(ago));
  const asker = await findAccountByEmail(tx, email.canonical);
  return {
    ...told,
    email,
    askedAt,
    ...(asker && { accountId: asker.id, ...(await practiceOf(needs, tx, typed)) }),
    ...(assignedTo && { assignedTo: staff(assignedTo) }),
    events: events.map((event) => ({ ...byStaff(event, staff), at: after(askedAt, hours(event.after)) })),
  };
}

const byStaff = (event: DemoEvent, staff: Staff) =>
  'by' in event ? { ...event, by: staff(event.by) } : event;

/** Those who work at the demo practice ask for it. */
async function practiceOf(
  { clock }: DemoTicketNeeds,
  tx: Tx,
  email: string,
): Promise<{ organisationId?: OrganisationId }> {
  const { code, mailbox } = demoPractice;
  const [, domain] = mailbox.split('@');
  if (!email.endsWith(`@${domain}`)) return {};
  return { organisationId: await markRegistered(tx, code, mailbox, clock.now()) };
}
