import { Fragment } from 'react';
import type { Settings } from '../../platform/settings/settings.ts';
import { Code, Heading, type Page, Paragraph, WarningCallout } from '../../ui/index.ts';
import type { Organisation } from '../places/organisation.ts';
import type { ClaimsWords } from './claims.words.ts';

interface PracticeLetter {
  practice: Organisation;
  code: string;
  at: Date;
  service: Settings['service'];
  back: { href: string; label: string };
  words: { greeting: string; subject: string; asked: string; ifTrue: string; ifNot: string };
}

/** A letter with a code, to the address that the register has: a page to print, of which only the letter remains on paper. */
export const practiceLetterPage = (props: PracticeLetter, claims: ClaimsWords): Page => ({
  title: claims.letter.pageTitle(props.practice.name),
  back: props.back,
  body: (
    <>
      <div className="gh-no-print">
        <WarningCallout>
          <p>{claims.letter.once}</p>
        </WarningCallout>
      </div>
      <Letter {...props} claims={claims} />
    </>
  ),
});

type LetterProps = PracticeLetter & { claims: ClaimsWords };

const Letter = ({ practice, code, at, service, words, claims: { letter } }: LetterProps) => (
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
    <Paragraph>{letter.date(at, service.timeZone)}</Paragraph>
    <Heading size="m">{words.subject}</Heading>
    <Paragraph>{words.asked}</Paragraph>
    <Paragraph>{words.ifTrue}</Paragraph>
    <Paragraph lead>
      <Code>{code.replace(/(\d{4})(?=\d)/g, '$1 ')}</Code>
    </Paragraph>
    <Paragraph>{words.ifNot}</Paragraph>
    <Paragraph>{letter.from(service.operator)}</Paragraph>
  </>
);
