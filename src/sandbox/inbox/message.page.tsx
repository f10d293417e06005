import type { SandboxMessage } from '../../notifications/index.ts';
import { Code, Heading, type Page, SummaryList, type SummaryRow } from '../../ui/index.ts';
import type { InboxWords } from './inbox.words.ts';

interface MessageProps {
  message: SandboxMessage;
  timeZone: string;
}

export const messagePage = ({ message, timeZone }: MessageProps, words: InboxWords): Page => ({
  title: message.subject || words.channels.sms,
  width: 'full',
  back: { href: '/sandbox/inbox', label: words.back },
  body: (
    <>
      <Heading caption={words.title}>{message.subject || words.channels.sms}</Heading>
      <SummaryList rows={factsOf(message, timeZone, words)} />
      {message.html ? <Drawn message={message} words={words} /> : null}
      <Heading level={2}>{message.channel === 'sms' ? words.texted : words.asText}</Heading>
      <pre className="gh-message-text">{message.text}</pre>
    </>
  ),
});

function factsOf(message: SandboxMessage, timeZone: string, words: InboxWords): SummaryRow[] {
  return [
    { key: words.facts.to, value: message.to },
    { key: words.facts.at, value: words.at(message.at, timeZone) },
    {
      key: words.facts.channel,
      value: message.channel === 'sms' ? words.channels.sms : words.channels.email,
    },
    ...(message.codes.length > 0 ? [{ key: words.facts.codes, value: <Codes codes={message.codes} /> }] : []),
    ...(message.links.length > 0 ? [{ key: words.facts.links, value: <Links links={message.links} /> }] : []),
  ];
}

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <ul className="nhsuk-list">
    {codes.map((code) => (
      <li key={code}>
        <Code>{code}</Code>
      </li>
    ))}
  </ul>
);

const Links = ({ links }: { links: readonly string[] }) => (
  <ul className="nhsuk-list">
    {links.map((link) => (
      <li key={link}>
        <a className="gh-message-link" href={link}>
          {link}
        </a>
      </li>
    ))}
  </ul>
);

/** The e-mail in a frame of its own: no script, no form, no reach into this page; its links open in the whole window. */
const Drawn = ({ message, words }: { message: SandboxMessage; words: InboxWords }) => (
  <>
    <Heading level={2}>{words.asHtml}</Heading>
    <iframe
      className="gh-message-frame"
      title={words.asHtml}
      src={`/sandbox/inbox/${message.id}/html`}
      sandbox="allow-top-navigation-by-user-activation"
    />
  </>
);
