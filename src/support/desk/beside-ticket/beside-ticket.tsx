import type { Realm } from '../../../kernel/actor.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { Details, Heading, List, Paragraph, SummaryList } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { personAddress, sentMessageAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { eventsWords } from '../events.words.ts';
import { peopleWords } from '../people/people.words.ts';
import { StateTag } from '../people/state-tag.tsx';
import { besideTicketWords } from './beside-ticket.words.ts';
import type { AccountBeside, BesideTicket as Beside } from './read-beside-ticket.ts';

interface BesideProps {
  /** Of the ticket that it stands beside, to come back to. */
  reference: string;
  beside: Beside;
  timeZone: string;
  language: Language;
  /** Where it is checked who asks, for staff who may. */
  checkHref: string | undefined;
}

const allWords = (language: Language) => ({
  beside: wordsIn(besideTicketWords, language),
  desk: wordsIn(deskWords, language),
  events: wordsIn(eventsWords, language),
  people: wordsIn(peopleWords, language),
});

/** What staff need to know of whoever asks, beside what they ask. */
export function BesideTicket({ reference, beside, timeZone, language, checkHref }: BesideProps) {
  const words = allWords(language);
  const { account } = beside;
  return (
    <>
      <Heading level={2} size="m">
        {words.beside.title}
      </Heading>
      {account === 'not-proven' ? <NotProven checkHref={checkHref} words={words} /> : null}
      {account === 'not-yours' ? <Paragraph>{words.beside.notYours}</Paragraph> : null}
      {typeof account === 'object' ? (
        <Account reference={reference} account={account} timeZone={timeZone} words={words} />
      ) : null}
      <Organisation organisation={beside.organisation} words={words} />
      {account === 'not-yours' ? null : <Earlier beside={beside} timeZone={timeZone} words={words} />}
    </>
  );
}

interface Parts {
  words: ReturnType<typeof allWords>;
}

const NotProven = ({ checkHref, words: { beside } }: Parts & { checkHref: string | undefined }) => (
  <>
    <Paragraph>{beside.notProven}</Paragraph>
    {checkHref ? (
      <Paragraph>
        <a href={checkHref}>{beside.check}</a>
      </Paragraph>
    ) : null}
  </>
);

interface AccountProps extends Parts {
  reference: string;
  account: AccountBeside;
  timeZone: string;
}

function Account({ reference, account, timeZone, words }: AccountProps) {
  const { facts, events, messages } = account;
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
      <Details summary={beside.messages}>
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
          <p>{beside.noMessages}</p>
        )}
      </Details>
      <Details summary={beside.events}>
        {events.length > 0 ? (
          <List
            items={events.map(
              ({ action, at }) =>
                `${words.events.actions[action] ?? words.events.otherAction(action)}, ${desk.moment(at, timeZone)}`,
            )}
          />
        ) : (
          <p>{beside.noEvents}</p>
        )}
      </Details>
    </>
  );
}

const isPortal = ({ realm }: { realm: Realm }): boolean => realm === 'portal';

function Entry({
  account,
  timeZone,
  words: { beside, desk },
}: Parts & { account: AccountBeside; timeZone: string }) {
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

interface MessageProps extends Parts {
  person: string;
  reference: string;
  message: AccountBeside['messages'][number];
  timeZone: string;
}

function Message({ person, reference, message, timeZone, words: { events, desk } }: MessageProps) {
  const name = events.messages[message.kind] ?? events.otherMessage(message.kind);
  const { deliveryStatus: told, status } = message;
  const fate = (told && events.deliveries[told]) || events.statuses[status] || events.otherMessage(status);
  return (
    <>
      {message.hasPreview ? <a href={sentMessageAddress(person, message.id, reference)}>{name}</a> : name}
      {`, ${fate}, ${desk.moment(message.sentAt ?? message.createdAt, timeZone)}`}
    </>
  );
}

function Organisation({ organisation, words: { beside } }: Parts & Pick<Beside, 'organisation'>) {
  return (
    <>
      <Heading level={3} size="s">
        {beside.organisation}
      </Heading>
      {organisation ? (
        <>
          <Paragraph>{[organisation.name, organisation.code].filter(Boolean).join(' ')}</Paragraph>
          <Paragraph>{beside.administrators}:</Paragraph>
          <List
            items={
              organisation.administrators.length > 0
                ? organisation.administrators.map(
                    ({ fullName, role }) =>
                      `${fullName}, ${role === 'main-contact' ? beside.mainContact : beside.deputy}`,
                  )
                : [beside.nobody]
            }
          />
        </>
      ) : (
        <Paragraph>{beside.noOrganisation}</Paragraph>
      )}
    </>
  );
}

function Earlier({
  beside: { earlier },
  timeZone,
  words: { beside, desk },
}: Parts & { beside: Beside; timeZone: string }) {
  return (
    <>
      <Heading level={3} size="s">
        {beside.earlier}
      </Heading>
      {earlier.length > 0 ? (
        <List
          items={earlier.map(({ reference, title, createdAt }) => (
            <span key={reference}>
              <a href={deskTicketAddress(reference)}>{reference}</a> {title}, {desk.day(createdAt, timeZone)}
            </span>
          ))}
        />
      ) : (
        <Paragraph>{beside.noEarlier}</Paragraph>
      )}
    </>
  );
}
