import type { Settings } from '../../platform/settings/settings.ts';
import type { Page } from '../../ui/index.ts';
import { registrationAddress } from '../addresses.ts';
import type { ClaimsWords } from '../claims/claims.words.ts';
import { practiceLetterPage } from '../claims/practice-letter.page.tsx';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { Registration } from './registration.ts';

export interface LetterProps {
  registration: Registration;
  code: string;
  at: Date;
  settings: Pick<Settings, 'service' | 'support'>;
}

export const letterPage = (
  { registration, code, at, settings: { service, support } }: LetterProps,
  { letter }: CheckRegistrationWords,
  claims: ClaimsWords,
): Page => {
  const { id, practice, fullName } = registration;
  const words = {
    greeting: letter.greeting,
    subject: letter.subject(service.name),
    asked: letter.asked(fullName, service.name),
    ifTrue: letter.ifTrue(support.phone),
    ifNot: letter.ifNot(support.phone),
  };
  const back = { href: registrationAddress(id), label: letter.back };
  return practiceLetterPage({ practice, code, at, service, back, words }, claims);
};
