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
import { UsernameInput } from '../username-input.tsx';
import type { CreateAccountWords } from './create-account.words.ts';

interface CreateAccountProps {
  form: FormState;
  accounts: Settings['accounts'];
  /** After a name or address that has an account already. */
  known?: boolean;
}

export const createAccountPage = (props: CreateAccountProps, words: CreateAccountWords): Page => ({
  title: words.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: '/' },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.title}</Heading>
      {props.known ? <Known words={words} /> : <OneIsEnough words={words} />}
      <Form action="/create-account">
        <Fields {...props} words={words} />
        <Agreement words={words} />
        <Button>{words.create}</Button>
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

const Fields = ({ form, accounts, words }: CreateAccountProps & { words: CreateAccountWords }) => {
  return (
    <>
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
      {accounts.usernames === 'chosen' ? <UsernameInput form={form} /> : null}
      {accounts.occupations.length > 0 ? (
        <Radios
          {...fieldOf(form, 'occupation')}
          label={words.occupation}
          options={accounts.occupations.map((name) => ({ value: name, label: name }))}
        />
      ) : null}
      <Radios
        {...fieldOf(form, 'before')}
        label={words.before.label}
        hint={words.before.hint}
        options={[
          { value: 'no', label: words.before.no },
          { value: 'yes', label: words.before.yes },
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
