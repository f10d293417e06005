import type { SentMessage } from '../../../notifications/index.ts';
import { Heading, InsetText, type Page, Paragraph, SummaryList, TypedLines } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { personAddress } from '../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import type { EventsWords } from '../events.words.ts';
import { sayMessage } from '../say-event.ts';
import type { SentMessageWords } from './sent-message.words.ts';

interface SentMessageProps {
  person: string;
  /** The reference of the ticket from which staff came. */
  ticket: string | undefined;
  message: SentMessage;
  timeZone: string;
}

interface Words {
  desk: DeskWords;
  events: EventsWords;
  message: SentMessageWords;
}

export function sentMessagePage(
  { person, ticket, message, timeZone }: SentMessageProps,
  { desk, events, message: words }: Words,
): Page {
  const title = sayMessage(message.kind, events);
  return {
    title,
    back: ticket
      ? { href: deskTicketAddress(ticket), label: words.backToTicket }
      : { href: personAddress(person), label: words.back },
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{words.written(desk.moment(message.createdAt, timeZone))}</Paragraph>
        <InsetText>
          <p>{words.hidden}</p>
        </InsetText>
        <SummaryList
          rows={[
            ...(message.to ? [{ key: words.to, value: message.to }] : []),
            { key: words.subject, value: message.subject },
            { key: words.text, value: <TypedLines>{message.text}</TypedLines> },
          ]}
        />
      </>
    ),
  };
}
