import { wordsIn } from '../kernel/words.ts';
import { Code, Heading, Paragraph } from './content/text.tsx';
import { type ErrorPageWords, type ErrorStatus, errorPageWords } from './error-pages.words.ts';
import type { Page } from './page.tsx';
import type { Visit } from './visit.ts';

export type { ErrorStatus };

interface ErrorDetails {
  status: number;
  /** When it is known how soon trying again can work. */
  retryAfterSeconds?: number;
}

/** The page for any ending that is not the answer asked for; a status without words of its own gets its family's. */
export function errorPage({ status, retryAfterSeconds }: ErrorDetails, visit: Visit): Page {
  const words = wordsIn(errorPageWords, visit.language);
  const known = statusWithWords(status);
  const { title, paragraphs } = words.pages[known];
  const waits = known === 429 || known === 503 ? [waitWords(words, retryAfterSeconds)] : [];
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        {[...paragraphs, ...waits].map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        <WhereNext words={words} visit={visit} />
      </>
    ),
  };
}

const WhereNext = ({ words, visit }: { words: ErrorPageWords; visit: Visit }) => (
  <>
    <Paragraph>
      <a href={visit.links.home}>{words.home}</a>
    </Paragraph>
    <Paragraph>
      {words.stillStuck}
      <a href="/contact">{words.contact}</a>
      {words.giveReference} <Code>{visit.requestId}</Code>
    </Paragraph>
  </>
);

function statusWithWords(status: number): ErrorStatus {
  if (status in errorPageWords.en.pages) return status as ErrorStatus;
  return status >= 500 ? 500 : 400;
}

const waitWords = (words: ErrorPageWords, seconds: number | undefined) =>
  seconds === undefined ? words.tryAgainLater : words.tryAgainIn(Math.max(1, Math.ceil(seconds / 60)));
