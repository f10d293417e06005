import type { Duration } from '../../kernel/duration.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Panel,
  Paragraph,
  TextInput,
} from '../../ui/index.ts';
import type { LinkState } from '../access-links/access-link.ts';
import { CodeEntry } from '../access-links/code-entry.tsx';
import { NewPassword } from '../passwords/new-password.tsx';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import { UsernameInput } from '../username-input.tsx';
import type { ActivateWords } from './activate.words.ts';

interface ActivateProps {
  form: FormState;
  link: string;
  email: string;
  /** False for an account that is active already: it only lacks a password here. */
  asksName: boolean;
  /** What they asked to be called when they created the account; it may be somebody else's by now. */
  wishedUsername: string | undefined;
  rules: PasswordRules;
}

export const activatePage = (
  { form, link, email, asksName, wishedUsername, rules }: ActivateProps,
  words: ActivateWords,
  passwords: (typeof passwordWords)['en'],
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      {email ? <Paragraph>{words.intro(email)}</Paragraph> : null}
      <Form action="/activate">
        <input type="hidden" name="link" value={link} />
        {asksName ? (
          <TextInput
            {...fieldOf(form, 'name')}
            label={words.name}
            autoComplete="name"
            spellCheck={false}
            width={30}
          />
        ) : (
          <input type="hidden" name="name" value={form.values.name} />
        )}
        {wishedUsername === undefined ? null : <UsernameInput form={form} />}
        <NewPassword username={email} form={form} label={passwords.create} rules={rules} words={passwords} />
        <Button>{words.save}</Button>
      </Form>
    </>
  ),
});

export const activationCodePage = (form: FormState, words: ActivateWords): Page => ({
  title: words.code.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.code.title}</Heading>
      <Paragraph>{words.code.intro}</Paragraph>
      <CodeEntry form={form} action="/activate/code" />
      <Heading level={2} size="s">
        {words.code.noEmail}
      </Heading>
      <Paragraph>
        <a href="/forgotten-details">{words.code.again}</a>
      </Paragraph>
    </>
  ),
});

export const activationLinkNotLivePage = (
  { state, link, life }: { state: LinkState; link: string; life: Duration },
  words: ActivateWords,
): Page => ({
  title: words.notLive.title,
  body: (
    <>
      <Heading>{words.notLive.title}</Heading>
      <Paragraph>{reasonFor(state, life, words)}</Paragraph>
      {state === 'used' ? <LinkButton href="/log-in">{words.notLive.logIn}</LinkButton> : null}
      {state === 'expired' || state === 'replaced' ? (
        <Form action="/activate/new-link">
          <input type="hidden" name="link" value={link} />
          <Button>{words.notLive.send}</Button>
        </Form>
      ) : null}
      <Paragraph>
        <a href="/activate">{words.notLive.enterCode}</a>
      </Paragraph>
    </>
  ),
});

export const newLinkSentPage = (words: ActivateWords): Page => ({
  title: words.sent.title,
  body: (
    <>
      <Heading>{words.sent.title}</Heading>
      <Paragraph>{words.sent.body}</Paragraph>
    </>
  ),
});

export const activatedPage = (realm: 'portal' | 'support', words: ActivateWords): Page => ({
  title: words.done.title,
  body: (
    <>
      <Panel title={words.done.title}>{words.done.body}</Panel>
      <LinkButton href={realm === 'support' ? '/log-in/staff' : '/log-in'}>{words.done.logIn}</LinkButton>
    </>
  ),
});

const reasonFor = (state: LinkState, life: Duration, { notLive }: ActivateWords): string => {
  if (state === 'used') return notLive.used;
  if (state === 'replaced') return notLive.replaced;
  return state === 'expired' ? notLive.expired(life) : notLive.unknown;
};
