import { createContext, type ReactNode, useContext } from 'react';
import { emailWords } from './email.words.ts';
import { look } from './email-look.ts';

export const EmailWordsContext = createContext(emailWords.en);

export const EmailHeading = ({ children }: { children: ReactNode }) => (
  <h1 style={look.heading}>{children}</h1>
);

export const EmailParagraph = ({ children }: { children: ReactNode }) => (
  <p style={look.paragraph}>{children}</p>
);

/** The one thing to do. The address is shown too, for readers that take buttons away; as text it stands alone. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  const words = useContext(EmailWordsContext);
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
export const EmailCode = ({ children }: { children: ReactNode }) => <p style={look.code}>{children}</p>;

export const EmailList = ({ items }: { items: readonly ReactNode[] }) => (
  <ul style={look.list}>
    {items.map((item, at) => (
      <li key={at} style={look.item}>
        {item}
      </li>
    ))}
  </ul>
);
