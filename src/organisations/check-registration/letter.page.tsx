import { Fragment } from 'react';
import { Code, Heading, type Page, Paragraph, WarningCallout } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { Registration } from './registration.ts';

export interface LetterProps {
  registration: Registration;
  code: string;
  at: Date;
  service: { name: string; operator: string; timeZone: string };
  supportPhone: string;
}

/** A page to print: on paper only the letter remains. */
export const letterPage = (props: LetterProps, words: CheckRegistrationWords): Page => ({
  title: words.letter.pageTitle(props.registration.practice.name),
  back: { href: registrationAddress(props.registration.id), label: words.letter.back },
  body: (
    <>
      <div className="gh-no-print">
        <WarningCallout>
          <p>{words.letter.once}</p>
        </WarningCallout>
      </div>
      <Letter {...props} words={words} />
    </>
  ),
});

const Letter = ({
  registration,
  code,
  at,
  service,
  supportPhone,
  words: { letter },
}: LetterProps & { words: CheckRegistrationWords }) => (
  <>
    <Paragraph>
      {letter.greeting}
      <br />
      {[registration.practice.name, ...registration.practice.addressLines, registration.practice.postcode]
        .filter(Boolean)
        .map((line) => (
          <Fragment key={line}>
            {line}
            <br />
          </Fragment>
        ))}
    </Paragraph>
    <Paragraph>{letter.date(at, service.timeZone)}</Paragraph>
    <Heading size="m">{letter.subject(service.name)}</Heading>
    <Paragraph>{letter.asked(registration.fullName, service.name)}</Paragraph>
    <Paragraph>{letter.ifTrue(supportPhone)}</Paragraph>
    <Paragraph lead>
      <Code>{code.replace(/(\d{4})(?=\d)/g, '$1 ')}</Code>
    </Paragraph>
    <Paragraph>{letter.ifNot(supportPhone)}</Paragraph>
    <Paragraph>{letter.from(service.operator)}</Paragraph>
  </>
);
