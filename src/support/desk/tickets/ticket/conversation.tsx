import { Details, Heading, Note, Paragraph, TypedLines } from '../../../../ui/index.ts';
import { deskFileAddress, releaseFileAddress } from '../../../addresses.ts';
import { FileList } from '../../../attachments/file-list.tsx';
import { senderCheckOf } from '../../../tickets/sender-check.ts';
import type { TicketMessage } from '../../../tickets/ticket-message.store.ts';
import { sayStatus } from '../../say-event.ts';
import { writerOf } from '../writer-of-message.ts';
import type { DeskTicketPageWords, DeskTicketProps } from './desk-ticket.page.tsx';

type Props = DeskTicketProps & { words: DeskTicketPageWords };

export const Conversation = (props: Props) => (
  <>
    <Heading level={2}>{props.words.ticket.conversation}</Heading>
    {props.desk.messages.map((message) => (
      <Message key={message.id} {...props} message={message} />
    ))}
  </>
);

type MessageProps = Props & { message: TicketMessage };

const Message = (props: MessageProps) => {
  const { message, words } = props;
  return (
    <section className={`gh-message gh-message--${message.kind}`} id={`message-${message.id}`}>
      <Heading level={3} size="xs">
        <Who {...props} />
      </Heading>
      <Paragraph>
        <TypedLines>{message.body}</TypedLines>
      </Paragraph>
      {message.quoted ? (
        <Details summary={words.ticket.message.quoted}>
          <TypedLines>{message.quoted}</TypedLines>
        </Details>
      ) : null}
      <Files {...props} />
      <Sender {...props} />
      <Delivery {...props} />
    </section>
  );
};

function Who({ message, desk, settings, words }: MessageProps) {
  const { message: labels } = words.ticket;
  const at = words.tickets.moment(message.createdAt, settings.service.timeZone);
  const from = message.mergedFrom && desk.related.merged.get(message.mergedFrom);
  return (
    <>
      {labels.from(writerOf(message, words.tickets), at)}
      {message.kind === 'note' || !labels.channels[message.channel]
        ? null
        : `, ${labels.channels[message.channel]}`}
      {from ? <Note> {labels.cameFrom(from)}</Note> : null}
    </>
  );
}

/** What the mail's own checks say of its sender: never a proof of who it is. */
function Sender({ message, words: { senders } }: MessageProps) {
  const check = senderCheckOf(message.senderCheck);
  if (!check) return null;
  const named = (result: keyof typeof senders.results) => senders.results[result];
  return (
    <Details summary={senders.heading} open={check.dmarc === 'fail'}>
      <Paragraph>{senders.verdict[check.dmarc]}</Paragraph>
      <Note>{senders.details(named(check.spf), named(check.dkim), named(check.dmarc))}</Note>
    </Details>
  );
}

function Delivery({ message, desk, settings, words }: MessageProps) {
  if (message.kind !== 'from-support') return null;
  const { message: labels } = words.ticket;
  const status = desk.deliveries.get(message.id);
  const said = message.bouncedAt
    ? labels.bounced(words.tickets.moment(message.bouncedAt, settings.service.timeZone))
    : status && sayStatus(status, words.events);
  if (!said) return null;
  return (
    <Paragraph small>
      {labels.delivery} {said}
      {message.bounceReason ? <Note> {message.bounceReason}</Note> : null}
    </Paragraph>
  );
}

function Files({ message, desk, mayRelease }: MessageProps) {
  const { reference } = desk.ticket;
  const own = desk.files.filter(({ messageId }) => messageId === message.id);
  const release = mayRelease && {
    releaseHref: ({ id }: { id: string }) => releaseFileAddress(reference, id),
  };
  return <FileList files={own} hrefOf={({ id }) => deskFileAddress(reference, id)} forStaff {...release} />;
}
