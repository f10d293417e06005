import type { Settings } from '../../platform/settings/settings.ts';
import { Details, Heading, Note, Paragraph, TypedLines } from '../../ui/index.ts';
import { ticketFileAddress } from '../addresses.ts';
import { FileList } from '../attachments/file-list.tsx';
import type { ShownMessage, ShownTicket } from './read-ticket.ts';
import type { TicketWords } from './ticket.words.ts';

interface Props {
  shown: ShownTicket;
  settings: Settings;
  words: TicketWords;
}

/** The conversation, oldest first. */
export const TicketMessages = ({ shown, settings, words }: Props) => (
  <>
    <Heading level={2}>{words.messages}</Heading>
    {shown.messages.length === 0 ? (
      <Paragraph>{words.none}</Paragraph>
    ) : (
      <ol className="nhsuk-list gh-messages">
        {shown.messages.map((message) => (
          <li key={message.id} className="gh-messages__one">
            <Message message={message} shown={shown} settings={settings} words={words} />
          </li>
        ))}
      </ol>
    )}
  </>
);

const Message = ({ message, shown, settings, words }: Props & { message: ShownMessage }) => (
  <>
    <Heading level={3} size="s">
      {writerOf(message, words)} <Note>{words.moment(message.createdAt, settings.service.timeZone)}</Note>
    </Heading>
    <Paragraph>
      <TypedLines>{message.body}</TypedLines>
    </Paragraph>
    {message.quoted && message.isOwn ? (
      <Details summary={words.quoted}>
        <TypedLines>{message.quoted}</TypedLines>
      </Details>
    ) : null}
    <FileList files={message.files} hrefOf={({ id }) => ticketFileAddress(shown.ticket.reference, id)} />
  </>
);

const writerOf = ({ isOwn, kind, requesterName }: ShownMessage, words: TicketWords): string => {
  if (isOwn) return words.you;
  return kind === 'from-support' ? words.support : (requesterName ?? '');
};
