import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, wordsIn } from '../kernel/words.ts';
import { emailWords } from './email/email.words.ts';
import { EmailHiddenContext, EmailWordsContext } from './email/email-components.tsx';
import { look } from './email/email-look.ts';
import { textOf } from './email/email-text.ts';

export * from './email/email-components.tsx';

/** What a slice sends. The preview is the line that mail lists show after the subject. */
export interface EmailMessage {
  subject: string;
  preview?: string;
  body: ReactNode;
}

export interface EmailFrame {
  serviceName: string;
  origin: string;
  language: Language;
}

/** One tree gives both forms, so that the text never says less than the picture. */
export function renderEmail(message: EmailMessage, frame: EmailFrame): { html: string; text: string } {
  const words = wordsIn(emailWords, frame.language);
  const markup = renderToStaticMarkup(
    <EmailWordsContext value={words}>
      <Letter message={message} frame={frame} words={words} />
    </EmailWordsContext>,
  );
  return { html: `<!DOCTYPE html>${markup}`, text: textOf(markup) };
}

/** The same letter as text with its links and codes hidden, for staff who are asked about it. */
export function previewEmail(message: EmailMessage, frame: EmailFrame): string {
  const words = wordsIn(emailWords, frame.language);
  const markup = renderToStaticMarkup(
    <EmailHiddenContext value={true}>
      <EmailWordsContext value={words}>{message.body}</EmailWordsContext>
    </EmailHiddenContext>,
  );
  return hideAddresses(textOf(markup), words.linkHidden);
}

/** Links that stand in a sentence, and not in a button. */
const hideAddresses = (text: string, hidden: string): string =>
  text.replace(/https?:\/\/[^\s<>"')\]]+/g, hidden);

interface LetterProps {
  message: EmailMessage;
  frame: EmailFrame;
  words: typeof emailWords.en;
}

const Letter = ({ message, frame, words }: LetterProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{message.subject}</title>
    </head>
    <body style={look.page}>
      {message.preview ? (
        <div style={look.hidden} className="email-preview" aria-hidden="true">
          {message.preview}
        </div>
      ) : null}
      <div style={look.frame}>
        <p style={look.service} className="email-service">
          {frame.serviceName}
        </p>
        <main style={look.letter}>{message.body}</main>
        <footer style={look.footer}>
          <p style={look.footerLine}>{words.sentBy(frame.serviceName)}</p>
          <p style={look.footerLine}>{words.neverAsks}</p>
          <p style={look.footerLine}>
            <a href={frame.origin} style={look.link}>
              {frame.origin}
            </a>
          </p>
        </footer>
      </div>
    </body>
  </html>
);
