import type { Realm } from '../../kernel/actor.ts';
import type { Duration } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  type Page,
  Panel,
  Paragraph,
} from '../../ui/index.ts';
import type { LinkState } from '../access-links/access-link.ts';
import { CodeEntry } from '../access-links/code-entry.tsx';
import { logInAddress, recoveryAddress } from '../addresses.ts';
import { NewPassword } from '../passwords/new-password.tsx';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { RecoverAccountWords } from './recover-account.words.ts';

/** What a reset begins with, as the pages speak of it. */
export type Sends = 'byLink' | 'byTemporaryPassword';

export const askForRecoveryPage = (
  { form, realm, sends }: { form: FormState; realm: Realm; sends: Sends },
  words: RecoverAccountWords,
): Page => ({
  title: words.ask.title,
  hasErrors: form.errors.length > 0,
  back: { href: logInAddress(realm) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.ask.title}</Heading>
      <Paragraph>{words.ask[sends].intro}</Paragraph>
      <Form action="/forgotten-details">
        <input type="hidden" name="realm" value={realm} />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.ask.email}
          hint={words.ask.emailHint}
          autoComplete="email"
        />
        <Button>{words.ask[sends].send}</Button>
      </Form>
      {sends === 'byLink' ? (
        <Paragraph>
          <a href="/reset-password">{words.ask.haveCode}</a>
        </Paragraph>
      ) : null}
      <Paragraph small>
        {words.ask.noAccess} <a href="/contact">{words.ask.contact}</a>.
      </Paragraph>
      <Paragraph small>
        {words.ask.otherwise} <a href="/help">{words.ask.find}</a>.
      </Paragraph>
    </>
  ),
});

export const enterCodePage = (form: FormState, words: RecoverAccountWords): Page => ({
  title: words.code.title,
  hasErrors: form.errors.length > 0,
  back: { href: '/forgotten-details' },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.code.title}</Heading>
      <Paragraph>{words.code.intro}</Paragraph>
      <CodeEntry form={form} action="/reset-password/code" />
      <Paragraph>
        <a href="/forgotten-details">{words.code.again}</a>
      </Paragraph>
    </>
  ),
});

interface ChoosePasswordProps {
  form: FormState;
  sends: Sends;
  link: string;
  email: string;
  rules: PasswordRules;
}

export const choosePasswordPage = (
  { form, sends, link, email, rules }: ChoosePasswordProps,
  words: RecoverAccountWords,
  passwords: (typeof passwordWords)['en'],
): Page => ({
  title: words.choose.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.choose.title}</Heading>
      {sends === 'byTemporaryPassword' ? (
        <InsetText>
          <Paragraph>{words.choose.oldStillWorks}</Paragraph>
        </InsetText>
      ) : null}
      <Form action="/reset-password">
        <input type="hidden" name="link" value={link} />
        <NewPassword
          username={email}
          form={form}
          label={words.choose.password}
          rules={rules}
          words={passwords}
        />
        <Button>{words.choose.save}</Button>
      </Form>
    </>
  ),
});

export const resetLinkNotLivePage = (
  { state, realm, life }: { state: LinkState; realm: Realm; life: Duration },
  words: RecoverAccountWords,
): Page => ({
  title: words.notLive.title,
  body: (
    <>
      <Heading>{words.notLive.title}</Heading>
      <Paragraph>{reasonFor(state, life, words)}</Paragraph>
      <LinkButton href={recoveryAddress(realm)}>{words.notLive.again}</LinkButton>
    </>
  ),
});

export const passwordResetPage = (
  props: { realm: Realm; stillClosed: boolean; support: Settings['support'] },
  words: RecoverAccountWords,
): Page => ({
  title: words.done.title,
  body: (
    <>
      <Panel title={words.done.title}>{words.done.body}</Panel>
      {props.stillClosed ? (
        <>
          <Paragraph>{words.done.stillClosed}</Paragraph>
          <ContactSupport contact={props.support} emergency={false} />
        </>
      ) : (
        <LinkButton href={logInAddress(props.realm)}>{words.done.logIn}</LinkButton>
      )}
    </>
  ),
});

const reasonFor = (state: LinkState, life: Duration, { notLive }: RecoverAccountWords): string => {
  if (state === 'used') return notLive.used;
  if (state === 'replaced') return notLive.replaced;
  return state === 'expired' ? notLive.expired(life) : notLive.unknown;
};
