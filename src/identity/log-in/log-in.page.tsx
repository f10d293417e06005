import type { Realm } from '../../kernel/actor.ts';
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
  List,
  type Page,
  Paragraph,
  PasswordInput,
  ServiceNotices,
  type ShownNotice,
  TextInput,
} from '../../ui/index.ts';
import { logInAddress, recoveryAddress } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import { PasskeyLogIn } from '../passkeys/passkey-log-in.tsx';
import type { LogInWords } from './log-in.words.ts';
import { SessionEnded, type SessionEndedProps } from './session-ended.tsx';
import type { PastState } from './typed-temporary-password.ts';

export interface LogInProps {
  form: FormState;
  realm: Realm;
  next: string;
  /** What somebody without an account may do about it. */
  newHere: NewHereProps;
  usernames: boolean;
  /** Whether a passkey may take the place of name and password. */
  passkeys: boolean;
  /** Opened over other pages too, where recovery stands at its end. */
  dialog: boolean;
  /** What is known not to work just now. */
  notices: readonly ShownNotice[];
  /** What became of the session before, and how long one lasts. */
  ended?: SessionEndedProps | undefined;
  /** The password was right once, and the log in ran out before its code came. */
  waited?: boolean;
  /** After a wrong password. */
  wrong?: { left: number; adviseReset: boolean };
  /** After a temporary password that works no more. */
  past?: PastState;
}

export const logInPage = (props: LogInProps, words: LogInWords): Page => ({
  title: titleOf(props.realm, words),
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <ServiceNotices notices={props.notices} />
      <Heading>{titleOf(props.realm, words)}</Heading>
      {props.ended ? <SessionEnded ended={props.ended} words={words.ended} /> : null}
      {props.waited ? <InsetText>{words.waited}</InsetText> : null}
      {props.wrong ? <WrongDetails realm={props.realm} wrong={props.wrong} words={words} /> : null}
      {props.past ? <PastTemporary realm={props.realm} past={props.past} words={words} /> : null}
      <Form action={logInAddress(props.realm)}>
        <input type="hidden" name="next" value={props.next} />
        <NameField {...props} words={words} />
        <PasswordInput {...withoutValue(fieldOf(props.form, 'password'))} label={words.password} />
        {props.dialog ? null : <Forgotten realm={props.realm}>{words.forgotten}</Forgotten>}
        <Button>{words.logIn}</Button>
      </Form>
      {props.passkeys ? <PasskeyLogIn realm={props.realm} next={props.next} /> : null}
      {props.realm === 'portal' ? <NewHere {...props.newHere} words={words} /> : null}
      {props.dialog ? <Forgotten realm={props.realm}>{words.forgottenPassword}</Forgotten> : null}
    </>
  ),
});

const Forgotten = ({ realm, children }: { realm: Realm; children: string }) => (
  <Paragraph>
    <a href={recoveryAddress(realm)}>{children}</a>
  </Paragraph>
);

const NameField = ({
  form,
  usernames,
  passkeys,
  words,
}: Pick<LogInProps, 'form' | 'usernames' | 'passkeys'> & { words: LogInWords }) => {
  const autoComplete = passkeys ? 'username webauthn' : 'username';
  const field = { ...fieldOf(form, 'identifier'), autoComplete };
  return usernames ? (
    <TextInput
      {...field}
      label={words.byEitherName.label}
      spellCheck={false}
      autoCapitalize="none"
      width={30}
    />
  ) : (
    <EmailInput {...field} label={words.byEmail.label} />
  );
};

const PastTemporary = ({ realm, past, words }: { realm: Realm; past: PastState; words: LogInWords }) => (
  <InsetText>
    <Paragraph>
      {words.temporaryNext[past]} <a href={recoveryAddress(realm)}>{words.forgottenPassword}</a>
    </Paragraph>
  </InsetText>
);

const WrongDetails = ({
  realm,
  wrong,
  words,
}: {
  realm: Realm;
  wrong: NonNullable<LogInProps['wrong']>;
  words: LogInWords;
}) => (
  <InsetText>
    <Paragraph>
      {words.wrongLead} {words.left(wrong.left)}
    </Paragraph>
    {wrong.adviseReset ? (
      <Paragraph>
        {words.adviseReset} <a href={recoveryAddress(realm)}>{words.reset}</a>
      </Paragraph>
    ) : null}
  </InsetText>
);

interface NewHereProps {
  createAccount: boolean;
  registerOrganisation: boolean;
}

const NewHere = ({ createAccount, registerOrganisation, words }: NewHereProps & { words: LogInWords }) => (
  <>
    <Heading level={2} size="s">
      {words.newHere}
    </Heading>
    <List
      items={[
        <a key="activate" href="/activate">
          {words.activate}
        </a>,
        ...(createAccount
          ? [
              <a key="create" href="/create-account">
                {words.createAccount}
              </a>,
            ]
          : []),
        ...(registerOrganisation
          ? [
              <a key="register" href="/register-organisation">
                {words.register}
              </a>,
            ]
          : []),
      ]}
    />
  </>
);

interface ClosedProps {
  realm: Realm;
  closure: Closure;
  justNow: boolean;
  now: Date;
  settings: Settings;
}

export const passwordEntryClosedPage = (props: ClosedProps, words: LogInWords): Page => {
  const { closure, settings } = props;
  const until = closure.until;
  return {
    title: words.closed.title,
    body: (
      <>
        <Heading>{words.closed.title}</Heading>
        {props.justNow ? <Paragraph lead>{words.closed.justNow}</Paragraph> : null}
        <Paragraph>{words.closed.why}</Paragraph>
        <InsetText>
          <Paragraph>
            {until === 'support'
              ? words.closed.untilSupport
              : words.closed.untilTime(props.now, until, settings.service.timeZone)}
          </Paragraph>
        </InsetText>
        {settings.lockout.resetOpens ? (
          <>
            <Paragraph>{words.closed.resetNow}</Paragraph>
            <LinkButton href={recoveryAddress(props.realm)}>{words.reset}</LinkButton>
          </>
        ) : null}
        {settings.organisations.registration ? <Paragraph>{words.closed.meanwhile}</Paragraph> : null}
        <Paragraph>{words.closed.notYou}</Paragraph>
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
};

const withoutValue = ({ name, error }: ReturnType<typeof fieldOf>) => ({ name, error });
const titleOf = (realm: Realm, words: LogInWords) => (realm === 'support' ? words.staffTitle : words.title);
