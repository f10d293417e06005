import type { StaffRole } from '../../../identity/index.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../../ui/index.ts';
import { staffEmailWords } from './staff-email.words.ts';
import type { ToStaff } from './tell-staff.ts';

export const accessGivenEmail = (role: StaffRole) => (props: ToStaff, language: Language) => {
  const { given, may } = wordsIn(staffEmailWords, language);
  return letter(given.subject(props.service), [given.what(props.service), may[role]], true, props, language);
};

export const roleChangedEmail = (role: StaffRole) => (props: ToStaff, language: Language) => {
  const { changed, may } = wordsIn(staffEmailWords, language);
  return letter(changed.subject, [changed.what(props.service), may[role]], true, props, language);
};

export const accessEndedEmail = (props: ToStaff, language: Language) => {
  const { ended } = wordsIn(staffEmailWords, language);
  return letter(ended.subject, [ended.what(props.service)], false, props, language);
};

function letter(
  subject: string,
  sentences: string[],
  mayLogIn: boolean,
  { name, origin, support }: ToStaff,
  language: Language,
): EmailMessage {
  const words = wordsIn(staffEmailWords, language);
  return {
    subject,
    body: (
      <>
        <EmailParagraph>{words.dear(name)}</EmailParagraph>
        {sentences.map((sentence) => (
          <EmailParagraph key={sentence}>{sentence}</EmailParagraph>
        ))}
        {mayLogIn ? <EmailButton href={`${origin}/log-in/staff`}>{words.logIn}</EmailButton> : null}
        <EmailParagraph>{words.notExpected(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
