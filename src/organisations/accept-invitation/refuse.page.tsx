import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  type Page,
  Panel,
  Paragraph,
  Radios,
} from '../../ui/index.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import type { InvitationKey } from './invitation.ts';
import { pageOf, refuseAt } from './invitation-addresses.ts';
import type { Refusal } from './refuse-invitation.ts';

interface RefuseProps {
  form: FormState;
  organisation: string;
  by: InvitationKey;
}

/** Asks once more before an invitation ends, and why. */
export const refusePage = (
  { form, organisation, by }: RefuseProps,
  { refuse }: AcceptInvitationWords,
): Page => ({
  title: refuse.title,
  hasErrors: form.errors.length > 0,
  back: { href: pageOf(by) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Form action={refuseAt(by)}>
        {'link' in by ? <input type="hidden" name="link" value={by.link} /> : null}
        <Radios
          {...fieldOf(form, 'refusal')}
          label={refuse.question(organisation)}
          labelIsHeading
          options={[
            { value: 'declined', label: refuse.declined, hint: refuse.declinedHint },
            { value: 'not-me', label: refuse.notMe, hint: refuse.notMeHint },
          ]}
        />
        <Button variant="warning">{refuse.send}</Button>
      </Form>
      <Paragraph>
        <a href={pageOf(by)}>{refuse.back}</a>
      </Paragraph>
    </>
  ),
});

export const refusedPage = (
  { refusal, organisation }: { refusal: Refusal; organisation: string },
  { refused }: AcceptInvitationWords,
): Page => ({
  title: refused.title,
  body: <Panel title={refused.title}>{refused[refusal](organisation)}</Panel>,
});
