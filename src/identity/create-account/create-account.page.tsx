import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  type Page,
  Paragraph,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import { recoveryAddress } from '../addresses.ts';
import type { UsernameWords } from '../username.words.ts';
import type { CreateAccountWords } from './create-account.words.ts';

interface CreateAccountProps {
  form: FormState;
  accounts: Settings['accounts'];
  /** After a name or address that has an account already. */
  known?: boolean;
}

interface Words {
  own: CreateAccountWords;
  usernames: UsernameWords;
}

export const createAccountPage = (props: CreateAccountProps, words: Words): Page => ({
  title: words.own.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: '/' },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.own.title}</Heading>
      {props.known ? <Known words={words.own} /> : <OneIsEnough words={words.own} />}
      <Form action="/create-account">
        <Fields {...props} words={words} />
        <Agreement words={words.own} />
        <Button>{words.own.create}</Button>
      </Form>
    </>
  ),
});

const OneIsEnough = ({ words: { once } }: { words: CreateAccountWords }) => (
  <InsetText>
    <Heading level={2} size="s">
      {once.heading}
    </Heading>
    <Paragraph>{once.body}</Paragraph>
    <Paragraph>
      <a href={recoveryAddress('portal')}>{once.link}</a>
    </Paragraph>
  </InsetText>
);

const Known = ({ words: { known } }: { words: CreateAccountWords }) => (
  <InsetText>
    <Heading level={2} size="s">
      {known.title}
    </Heading>
    <Paragraph>{known.body}</Paragraph>
    <LinkButton href={recoveryAddress('portal')} variant="secondary">
      {known.button}
    </LinkButton>
  </InsetText>
);

const Fields = ({ form, accounts, words }: CreateAccountProps & { words: Words }) => {
  const { own, usernames } = words;
  return (
    <>
      <TextInput
        {...fieldOf(form, 'fullName')}
        label={own.fullName}
        autoComplete="name"
        spellCheck={false}
        width={30}
      />
      <EmailInput {...fieldOf(form, 'email')} label={own.email} hint={own.emailHint} autoComplete="email" />
      {accounts.usernames === 'chosen' ? (
        <TextInput
          {...fieldOf(form, 'username')}
          label={usernames.label}
          hint={`${usernames.hint} ${own.usernameHint}`}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          width={20}
        />
      ) : null}
      {accounts.occupations.length > 0 ? (
        <Radios
          {...fieldOf(form, 'occupation')}
          label={own.occupation}
          options={accounts.occupations.map((name) => ({ value: name, label: name }))}
        />
      ) : null}
      <Radios
        {...fieldOf(form, 'before')}
        label={own.before.label}
        hint={own.before.hint}
        options={[
          { value: 'no', label: own.before.no },
          { value: 'yes', label: own.before.yes },
        ]}
      />
    </>
  );
};

const Agreement = ({ words }: { words: CreateAccountWords }) => (
  <Paragraph>
    {words.agree} <a href="/terms">{words.terms}</a> {words.and} <a href="/privacy">{words.privacy}</a>.
  </Paragraph>
);
