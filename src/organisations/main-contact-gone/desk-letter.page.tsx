import type { Settings } from '../../platform/settings/settings.ts';
import { type Page, WarningCallout } from '../../ui/index.ts';
import { mainContactRequestAddress } from '../addresses.ts';
import { PracticeLetter } from '../administrators/practice-letter.tsx';
import type { DeskRequestWords } from './desk.words.ts';
import type { MainContactRequest } from './main-contact-request.ts';

interface LetterProps {
  request: MainContactRequest;
  code: string;
  at: Date;
  settings: Pick<Settings, 'service' | 'support'>;
}

/** A page to print: on paper only the letter remains. */
export const deskLetterPage = (
  { request, code, at, settings: { service, support } }: LetterProps,
  { letter, one }: DeskRequestWords,
): Page => ({
  title: letter.pageTitle(request.practice.name),
  back: { href: mainContactRequestAddress(request.id), label: letter.back },
  body: (
    <>
      <div className="gh-no-print">
        <WarningCallout>
          <p>{letter.once}</p>
        </WarningCallout>
      </div>
      <PracticeLetter
        practice={request.practice}
        code={code}
        words={{
          greeting: letter.greeting(request.authoriser.name, one.authorisers[request.authoriser.kind]),
          date: letter.date(at, service.timeZone),
          subject: letter.subject(service.name),
          asked: letter.asked(request.fullName, service.name),
          ifTrue: letter.ifTrue,
          ifNot: letter.ifNot(support.phone),
          from: letter.from(service.operator),
        }}
      />
    </>
  ),
});
