import { createContext, type ReactNode, useContext } from 'react';
import { emailWords } from './email.words.ts';
import { look } from './email-look.ts';

export const EmailWordsContext = createContext(emailWords.en);

/** Whether what lets somebody in is left out: staff who look at a sent e-mail see that it was there, and not what it was. */
export const EmailHiddenContext = createContext(false);

export const EmailHeading = ({ children }: { children: ReactNode }) => (
  <h1 style={look.heading}>{children}</h1>
);

export const EmailParagraph = ({ children }: { children: ReactNode }) => (
  <p style={look.paragraph}>{children}</p>
);

/** The one thing to do. The address is shown too, for readers that take buttons away; as text it stands alone. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  const words = useContext(EmailWordsContext);
  if (useContext(EmailHiddenContext))
    return (
      <p style={look.paragraph}>
        {children}: {words.linkHidden}
      </p>
    );
  return (
    <>
      <p style={look.paragraph}>
        <a href={href} style={look.button} className="email-button">
          {children}
        </a>
      </p>
      <p style={look.small} className="email-address">
        {words.orCopy}
        <br />
        <a href={href} style={look.link}>
          {href}
        </a>
      </p>
    </>
  );
}

/** A code to type, large and easy to copy. */
export function EmailCode({ children }: { children: string }) {
  const words = useContext(EmailWordsContext);
  return <p style={look.code}>{useContext(EmailHiddenContext) ? words.codeHidden : inHalves(children)}</p>;
}

/** Eight digits are read aloud and typed more easily four by four. */
const inHalves = (code: string): string => code.replace(/^(\d{4})(\d{4})$/, '$1 $2');

export const EmailList = ({ items }: { items: readonly ReactNode[] }) => (
  <ul style={look.list}>
    {items.map((item, at) => (
      <li key={at} style={look.item}>
        {item}
      </li>
    ))}
  </ul>
);
