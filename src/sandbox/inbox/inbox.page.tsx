import type { SandboxMessage } from '../../notifications/index.ts';
import { EmptyState, Heading, type Page, Paragraph, Table } from '../../ui/index.ts';
import type { InboxWords } from './inbox.words.ts';

export interface InboxProps {
  messages: readonly SandboxMessage[];
  to: string | undefined;
  timeZone: string;
}

export const inboxPage = (props: InboxProps, words: InboxWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      {props.to === undefined ? null : (
        <Paragraph>
          {words.onlyTo(props.to)} <a href="/sandbox/inbox">{words.showAll}</a>
        </Paragraph>
      )}
      {props.messages.length > 0 ? <Messages {...props} words={words} /> : <Nothing words={words} />}
    </>
  ),
});

const Messages = ({ messages, to, timeZone, words }: InboxProps & { words: InboxWords }) => (
  <>
    <Table
      caption={words.caption}
      captionHidden
      columns={[
        { heading: words.columns.subject },
        { heading: words.columns.to },
        { heading: words.columns.at },
      ]}
      rows={messages.map((message) => [
        <a key={message.id} href={`/sandbox/inbox/${message.id}`}>
          {message.channel === 'sms'
            ? words.ofText(message.text.split('\n', 1).join('').slice(0, 80))
            : message.subject}
        </a>,
        message.to,
        words.at(message.at, timeZone),
      ])}
    />
    <Paragraph small>
      <a href={to === undefined ? '/sandbox/inbox.json' : `/sandbox/inbox.json?to=${encodeURIComponent(to)}`}>
        {words.asJson}
      </a>
    </Paragraph>
  </>
);

const Nothing = ({ words }: { words: InboxWords }) => (
  <EmptyState heading={words.empty.heading}>
    <Paragraph>{words.empty.about}</Paragraph>
  </EmptyState>
);
