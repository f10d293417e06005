import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  type Page,
  Paragraph,
  Radios,
  ServiceNotices,
  type ShownNotice,
} from '../../ui/index.ts';
import { contactAddress, newTicketAddress } from '../addresses.ts';
import type { AskWords } from './ask.words.ts';

interface SubjectsProps {
  subjects: readonly TicketSubject[];
  notices: readonly ShownNotice[];
  form: FormState;
  /** What somebody looked for in vain before. */
  searched: string;
}

/** Choosing changes nothing, so the choice travels in the address and needs no cookie. */
export const subjectsPage = (
  { subjects, notices, form, searched }: SubjectsProps,
  words: AskWords,
): Page => ({
  title: words.subjects.title,
  hasErrors: form.errors.length > 0,
  back: { href: contactAddress },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <ServiceNotices notices={notices} />
      {searched ? <Paragraph>{words.subjects.searched(searched)}</Paragraph> : null}
      <Form action={newTicketAddress} method="get">
        <input type="hidden" name="chosen" value="yes" />
        {searched ? <input type="hidden" name="searched" value={searched} /> : null}
        <Radios
          {...fieldOf(form, 'subject')}
          label={words.subjects.title}
          labelIsHeading
          hint={words.subjects.hint}
          options={subjects.map(({ key, name, hint }) => ({ value: key, label: name, hint }))}
        />
        <Button>{words.subjects.continue}</Button>
      </Form>
    </>
  ),
});
