import type { Realm } from '../../kernel/actor.ts';
import type { Duration } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  Details,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  List,
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

export const askForRecoveryPage = (form: FormState, realm: Realm, words: RecoverAccountWords): Page => ({
  title: words.ask.title,
  hasErrors: form.errors.length > 0,
  back: { href: logInAddress(realm) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.ask.title}</Heading>
      <Paragraph>{words.ask.intro}</Paragraph>
      <Form action="/forgotten-details">
        <input type="hidden" name="realm" value={realm} />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.ask.email}
          hint={words.ask.emailHint}
          autoComplete="email"
        />
        <Button>{words.ask.send}</Button>
      </Form>
      <Paragraph>
        <a href="/reset-password">{words.ask.haveCode}</a>
      </Paragraph>
      <Paragraph small>{words.ask.noAccess}</Paragraph>
    </>
  ),
});

export const recoverySentPage = (
  realm: Realm,
  support: Settings['support'],
  words: RecoverAccountWords,
): Page => ({
  title: words.sent.title,
  body: (
    <>
      <Heading>{words.sent.title}</Heading>
      <Paragraph lead>{words.sent.lead}</Paragraph>
      <Paragraph>{words.sent.always}</Paragraph>
      <InsetText>
        <Paragraph>{words.sent.newest}</Paragraph>
      </InsetText>
      <Paragraph>
        <a href="/reset-password">{words.sent.code}</a>
      </Paragraph>
      <Details summary={words.sent.notArrived}>
        <List items={words.sent.notArrivedSteps} />
        <a href={recoveryAddress(realm)}>{words.sent.again}</a>
      </Details>
      <ContactSupport contact={support} emergency={false} />
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
  link: string;
  email: string;
  rules: PasswordRules;
}

export const choosePasswordPage = (
  { form, link, email, rules }: ChoosePasswordProps,
  words: RecoverAccountWords,
  passwords: (typeof passwordWords)['en'],
): Page => ({
  title: words.choose.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.choose.title}</Heading>
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
