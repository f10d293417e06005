import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  CodeInput,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  TextInput,
} from '../../ui/index.ts';
import {
  contactAddress,
  createTicketAccountAddress,
  ticketLogInAddress,
  ticketLogInLinkAddress,
  ticketLogInSentAddress,
} from '../addresses.ts';
import { logInAddress } from './ticket-log-in.page.tsx';
import type { TicketSignInWords } from './ticket-sign-in.words.ts';

/** The same for every address: what was sent is read there. */
export const checkEmailPage = (
  { form, next }: { form: FormState; next: string },
  { sent }: TicketSignInWords,
): Page => ({
  title: sent.title,
  hasErrors: form.errors.length > 0,
  back: { href: logInAddress(next) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{sent.title}</Heading>
      <Paragraph>{sent.what}</Paragraph>
      <Form action={ticketLogInSentAddress}>
        <input type="hidden" name="next" value={next} />
        <EmailInput {...fieldOf(form, 'email')} label={sent.email} autoComplete="email" />
        <CodeInput {...fieldOf(form, 'code')} label={sent.code} hint={sent.codeHint} />
        <Button>{sent.button}</Button>
      </Form>
      <Heading level={2} size="s">
        {sent.nothing}
      </Heading>
      <Paragraph>{sent.look}</Paragraph>
      <Paragraph>
        <a href={logInAddress(next)}>{sent.again}</a>
      </Paragraph>
      <Paragraph>
        <a href={contactAddress}>{sent.contact}</a>
      </Paragraph>
    </>
  ),
});

/** Looking at it changes nothing: mail scanners look too. */
export const followLinkPage = (
  { link, settings }: { link: string; settings: Pick<Settings, 'tickets'> },
  { link: words }: TicketSignInWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.what}</Paragraph>
      <Paragraph>{words.stays(settings.tickets.staysLoggedIn)}</Paragraph>
      <Form action={ticketLogInLinkAddress}>
        <input type="hidden" name="link" value={link} />
        <Button>{words.button}</Button>
      </Form>
    </>
  ),
});

export const pastLinkPage = ({ past }: TicketSignInWords): Page => ({
  title: past.title,
  body: (
    <>
      <Heading>{past.title}</Heading>
      <Paragraph>{past.what}</Paragraph>
      <Paragraph>{past.next}</Paragraph>
      <LinkButton href={ticketLogInAddress}>{past.button}</LinkButton>
    </>
  ),
});

export const createTicketAccountPage = (
  { form, service }: { form: FormState; service: string },
  { create: words }: TicketSignInWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: ticketLogInAddress },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.separate(service)}</Paragraph>
      <Form action={createTicketAccountAddress}>
        <TextInput
          {...fieldOf(form, 'fullName')}
          label={words.fullName}
          autoComplete="name"
          spellCheck={false}
          width={30}
        />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.email}
          hint={words.emailHint}
          autoComplete="email"
        />
        <Paragraph>{words.later}</Paragraph>
        <Button>{words.button}</Button>
      </Form>
    </>
  ),
});
