import {
  Button,
  Details,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Panel,
  Paragraph,
  PhoneInput,
  TextInput,
} from '../../ui/index.ts';
import { stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

type Words = RegisterOrganisationWords;

export const youPage = (practice: Organisation, form: FormState, words: Words): Page => ({
  title: words.you.title,
  hasErrors: form.errors.length > 0,
  back: { href: stepAddress(practice.code) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={words.you.caption(practice.name)}>{words.you.title}</Heading>
      <Paragraph>{words.you.lead}</Paragraph>
      <Form action={stepAddress(practice.code, 'you')}>
        <TextInput
          {...fieldOf(form, 'fullName')}
          label={words.you.fullName}
          autoComplete="name"
          width={30}
          spellCheck={false}
        />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.you.email}
          hint={words.you.emailHint}
          autoComplete="email"
        />
        <PhoneInput
          {...fieldOf(form, 'phone')}
          label={words.you.phone}
          hint={words.you.phoneHint}
          autoComplete="tel"
        />
        <Button>{words.continue}</Button>
      </Form>
    </>
  ),
});

export const mailboxPage = (practice: Organisation, form: FormState, words: Words): Page => ({
  title: words.mailbox.title,
  hasErrors: form.errors.length > 0,
  back: { href: stepAddress(practice.code, 'you') },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={words.you.caption(practice.name)}>{words.mailbox.title}</Heading>
      <Form action={stepAddress(practice.code, 'mailbox')}>
        <EmailInput {...fieldOf(form, 'mailbox')} label={words.mailbox.label} hint={words.mailbox.hint} />
        <Details summary={words.mailbox.why}>{words.mailbox.reason}</Details>
        <Button>{words.continue}</Button>
      </Form>
    </>
  ),
});

export const sentPage = (reference: string, words: Words): Page => ({
  title: words.sent.title,
  body: (
    <>
      <Panel title={words.sent.title}>
        {words.sent.reference}
        <br />
        <strong>{reference}</strong>
      </Panel>
      <Paragraph>{words.sent.emailed}</Paragraph>
      <Heading level={2}>{words.sent.next}</Heading>
      <List items={words.sent.steps} kind="number" />
      <Paragraph>{words.sent.noNeed}</Paragraph>
      <Paragraph>
        <a href="/contact">{words.sent.contact}</a>
      </Paragraph>
    </>
  ),
});
