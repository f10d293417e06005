import type { MadeRegistration } from '../../../organisations/index.ts';
import {
  Button,
  ButtonGroup,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Panel,
  Paragraph,
  PhoneInput,
  TextInput,
} from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import type { CompleteRegistrationWords } from './complete-registration.words.ts';

interface CompleteProps {
  reference: string;
  isConfirmed: boolean;
  form: FormState;
}

export const completeRegistrationPage = (
  { reference, isConfirmed, form }: CompleteProps,
  words: CompleteRegistrationWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: deskTicketAddress(reference), label: words.toTicket },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={words.caption(reference)}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      {isConfirmed ? null : (
        <InsetText>
          <Paragraph>{words.notConfirmed}</Paragraph>
        </InsetText>
      )}
      <Form action={deskTicketAddress(reference, 'registration')}>
        <TextInput {...fieldOf(form, 'code')} label={words.code} width={10} spellCheck={false} />
        <TextInput {...fieldOf(form, 'fullName')} label={words.fullName} width={30} spellCheck={false} />
        <EmailInput {...fieldOf(form, 'email')} label={words.email} />
        <PhoneInput {...fieldOf(form, 'phone')} label={words.phone} />
        <EmailInput {...fieldOf(form, 'mailbox')} label={words.mailbox} hint={words.mailboxHint} />
        <ButtonGroup>
          <Button>{words.send}</Button>
          <a href={deskTicketAddress(reference)}>{words.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});

/** Whoever comes second, or comes back, reads what was made of the ticket. */
export const becamePage = (
  reference: string,
  { id, reference: registration, organisation, state }: MadeRegistration,
  words: CompleteRegistrationWords,
): Page => ({
  title: words.became.title,
  back: { href: deskTicketAddress(reference), label: words.toTicket },
  body: (
    <>
      <Heading caption={words.caption(reference)}>{words.became.title}</Heading>
      <Paragraph>{words.became.text(registration, organisation)}</Paragraph>
      <Paragraph>{words.became.state[state]}</Paragraph>
      <Paragraph>
        <a href={`/desk/registrations/${id}`}>{words.toRegistration}</a>
      </Paragraph>
    </>
  ),
});

export const completedPage = (
  done: { reference: string; registration: string; id: string },
  words: CompleteRegistrationWords,
): Page => ({
  title: words.doneTitle,
  body: (
    <>
      <Panel title={words.doneTitle}>
        {words.doneReference}
        <br />
        <strong>{done.registration}</strong>
      </Panel>
      <Paragraph>{words.doneNext}</Paragraph>
      <Paragraph>
        <a href={`/desk/registrations/${done.id}`}>{words.toRegistration}</a>
      </Paragraph>
      <Paragraph>
        <a href={deskTicketAddress(done.reference)}>{words.toTicket}</a>
      </Paragraph>
    </>
  ),
});
