import type { Realm } from '../../../kernel/actor.ts';
import { Details, Heading, List, Paragraph, SummaryList } from '../../../ui/index.ts';
import { personAddress, sentMessageAddress } from '../addresses.ts';
import { StateTag } from '../people/state-tag.tsx';
import { sayAction, sayDelivery, sayMessage, sayStatus } from '../say-event.ts';
import type { BesideParts } from './beside-words.ts';
import type { AccountBeside as Account } from './read-beside-ticket.ts';

interface AccountProps extends BesideParts {
  /** Of the ticket that it stands beside, to come back to. */
  reference: string;
  account: Account;
  timeZone: string;
}

/** The account of whoever asks, as it stands now. */
export function AccountBeside({ reference, account, timeZone, words }: AccountProps) {
  const { facts } = account;
  const { beside, desk, people } = words;
  return (
    <>
      <Heading level={3} size="s">
        {facts.name}
      </Heading>
      <SummaryList
        rows={[
          { key: beside.state, value: <StateTag state={facts.state} words={people} /> },
          { key: beside.email, value: facts.email },
          { key: beside.entry, value: <Entry account={account} timeZone={timeZone} words={words} /> },
          {
            key: beside.lastLogIn,
            value: facts.lastLogInAt ? desk.moment(facts.lastLogInAt, timeZone) : beside.never,
          },
        ]}
      />
      <Paragraph>
        <a href={personAddress(facts.id)}>{beside.whole}</a>
      </Paragraph>
      <Messages reference={reference} account={account} timeZone={timeZone} words={words} />
      <Events account={account} timeZone={timeZone} words={words} />
    </>
  );
}

const Messages = ({ reference, account: { facts, messages }, timeZone, words }: AccountProps) => (
  <Details summary={words.beside.messages}>
    {messages.length > 0 ? (
      <List
        items={messages.map((message) => (
          <Message
            key={message.id}
            person={facts.id}
            reference={reference}
            message={message}
            timeZone={timeZone}
            words={words}
          />
        ))}
      />
    ) : (
      <p>{words.beside.noMessages}</p>
    )}
  </Details>
);

const Events = ({ account: { events }, timeZone, words }: Omit<AccountProps, 'reference'>) => (
  <Details summary={words.beside.events}>
    {events.length > 0 ? (
      <List
        items={events.map(
          ({ action, at }) => `${sayAction(action, words.events)}, ${words.desk.moment(at, timeZone)}`,
        )}
      />
    ) : (
      <p>{words.beside.noEvents}</p>
    )}
  </Details>
);

const isPortal = ({ realm }: { realm: Realm }): boolean => realm === 'portal';

function Entry({ account, timeZone, words: { beside, desk } }: Omit<AccountProps, 'reference'>) {
  const closed = account.closed.filter(isPortal);
  if (closed.length === 0) return beside.open;
  return (
    <List
      items={closed.map(({ step, until }) =>
        until ? beside.closedUntil(step, desk.moment(until, timeZone)) : beside.closedUntilSupport(step),
      )}
    />
  );
}

interface MessageProps extends BesideParts {
  person: string;
  reference: string;
  message: Account['messages'][number];
  timeZone: string;
}

function Message({ person, reference, message, timeZone, words: { events, desk } }: MessageProps) {
  const name = sayMessage(message.kind, events);
  const fate = sayDelivery(message, events) ?? sayStatus(message.status, events);
  return (
    <>
      {message.hasPreview ? <a href={sentMessageAddress(person, message.id, reference)}>{name}</a> : name}
      {`, ${fate}, ${desk.moment(message.sentAt ?? message.createdAt, timeZone)}`}
    </>
  );
}
