import type { Settings } from '../../platform/settings/settings.ts';
import type { Page } from '../../ui/index.ts';
import { mainContactRequestAddress } from '../addresses.ts';
import type { ClaimsWords } from '../claims/claims.words.ts';
import { practiceLetterPage } from '../claims/practice-letter.page.tsx';
import type { DeskRequestWords } from './desk.words.ts';
import type { MainContactRequest } from './main-contact-request.ts';

interface LetterProps {
  request: MainContactRequest;
  code: string;
  at: Date;
  settings: Pick<Settings, 'service' | 'support'>;
}

export const deskLetterPage = (
  { request, code, at, settings: { service, support } }: LetterProps,
  { letter, one }: DeskRequestWords,
  claims: ClaimsWords,
): Page => {
  const { id, practice, fullName, authoriser } = request;
  const words = {
    greeting: letter.greeting(authoriser.name, one.authorisers[authoriser.kind]),
    subject: letter.subject(service.name),
    asked: letter.asked(fullName, service.name),
    ifTrue: letter.ifTrue,
    ifNot: letter.ifNot(support.phone),
  };
  const back = { href: mainContactRequestAddress(id), label: letter.back };
  return practiceLetterPage({ practice, code, at, service, back, words }, claims);
};
