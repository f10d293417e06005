import { type Page, WarningCallout } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import { type LetterWords, PracticeLetter } from '../administrators/practice-letter.tsx';
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
      <PracticeLetter
        practice={props.registration.practice}
        code={props.code}
        words={wordsOf(props, words)}
      />
    </>
  ),
});

const wordsOf = (
  { registration, at, service, supportPhone }: LetterProps,
  { letter }: CheckRegistrationWords,
): LetterWords => ({
  greeting: letter.greeting,
  date: letter.date(at, service.timeZone),
  subject: letter.subject(service.name),
  asked: letter.asked(registration.fullName, service.name),
  ifTrue: letter.ifTrue(supportPhone),
  ifNot: letter.ifNot(supportPhone),
  from: letter.from(service.operator),
});
