import { readEmailAddress } from '../../kernel/email-address.ts';
import { tidyName } from '../../kernel/full-name.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { findOrAddRequester, type Requester } from '../tickets/requester.store.ts';
import { subjectOf, type Ticket } from '../tickets/ticket.ts';
import { issueTicketLink } from '../tickets/ticket-link.ts';
import { addTicketPerson } from '../tickets/ticket-person.store.ts';
import { agreeEmail } from './ask.email.tsx';
import type { AskNeeds } from './ask.ts';
import { mayWriteTo } from './limit-asking.ts';

/**
 * Asks the person whom somebody wants to help. The same for who is known here and who is not: they are a requester of
 * this ticket either way, and only reading mail sent to the address lets anybody agree.
 */
export async function askWhomTheyHelp(
  needs: AskNeeds,
  tx: Tx,
  ticket: Ticket,
  helper: Requester,
): Promise<void> {
  const now = needs.clock.now();
  const { name, email } = personIn(subjectOf(needs.settings, ticket), ticket.answers);
  const address = readEmailAddress(email);
  if (!address) throw new Error('a ticket about somebody else names their address');
  const { language } = helper;
  const person = await findOrAddRequester(tx, needs.ids, { address, fullName: name, language, now });
  await addTicketPerson(tx, { ticketId: ticket.id, requesterId: person.id, part: 'about', now });
  await needs.audit.record(tx, {
    action: 'ticket-person-asked',
    actor: 'system',
    record: { type: 'ticket', id: ticket.id },
  });
  if (await mayWriteTo(needs, tx, person.canonical)) await send(needs, tx, ticket, person);
}

async function send(needs: AskNeeds, tx: Tx, ticket: Ticket, person: Requester): Promise<void> {
  const { origin, settings } = needs;
  const { language } = person;
  const life = settings.tickets.linkLife;
  const about = { purpose: 'agree', ticketId: ticket.id, requesterId: person.id, life } as const;
  const { secret, code, expiresAt } = await issueTicketLink(needs, tx, about);
  await needs.sendEmail(tx, {
    kind: 'ticket-agree',
    to: person.email,
    language,
    message: agreeEmail({ secret, code, origin, settings }, language),
    expiresAt,
  });
}

/** The first line of text names them, the first address is theirs. */
export function personIn(
  { questions }: TicketSubject,
  answers: Readonly<Record<string, string>>,
): { name: string; email: string } {
  const answerTo = (type: string) => {
    const question = questions.find((each) => each.type === type);
    return (question && answers[question.key]) || '';
  };
  const email = answerTo('email');
  return { name: tidyName(answerTo('text')).slice(0, 200) || email, email };
}
