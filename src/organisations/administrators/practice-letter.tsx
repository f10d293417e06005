import { Fragment } from 'react';
import { Code, Heading, Paragraph } from '../../ui/index.ts';
import type { Organisation } from '../places/organisation.ts';

export interface LetterWords {
  greeting: string;
  date: string;
  subject: string;
  asked: string;
  ifTrue: string;
  ifNot: string;
  from: string;
}

/** A letter with a code, to the address that the register has. */
export const PracticeLetter = ({
  practice,
  code,
  words,
}: {
  practice: Organisation;
  code: string;
  words: LetterWords;
}) => (
  <>
    <Paragraph>
      {words.greeting}
      <br />
      {[practice.name, ...practice.addressLines, practice.postcode].filter(Boolean).map((line) => (
        <Fragment key={line}>
          {line}
          <br />
        </Fragment>
      ))}
    </Paragraph>
    <Paragraph>{words.date}</Paragraph>
    <Heading size="m">{words.subject}</Heading>
    <Paragraph>{words.asked}</Paragraph>
    <Paragraph>{words.ifTrue}</Paragraph>
    <Paragraph lead>
      <Code>{code.replace(/(\d{4})(?=\d)/g, '$1 ')}</Code>
    </Paragraph>
    <Paragraph>{words.ifNot}</Paragraph>
    <Paragraph>{words.from}</Paragraph>
  </>
);
