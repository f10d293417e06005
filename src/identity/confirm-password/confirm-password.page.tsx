import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  ErrorSummary,
  errorFor,
  Form,
  type FormState,
  Heading,
  InsetText,
  LinkButton,
  type Page,
  Paragraph,
  PasswordInput,
} from '../../ui/index.ts';
import { confirmAddress, recoveryAddress } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { ConfirmPasswordWords } from './confirm-password.words.ts';

export interface ConfirmPasswordProps {
  form: FormState;
  realm: Realm;
  next: string;
  /** After a wrong password. */
  left?: number;
}

export const confirmPasswordPage = (props: ConfirmPasswordProps, words: ConfirmPasswordWords): Page => ({
  title: words.title,
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.why}</Paragraph>
      {props.next.includes('kept=') ? <Paragraph>{words.kept}</Paragraph> : null}
      {props.left === undefined ? null : <InsetText>{words.left(props.left)}</InsetText>}
      <Form action={confirmAddress(props.realm)}>
        <input type="hidden" name="next" value={props.next} />
        <PasswordInput name="password" label={words.password} error={errorFor(props.form, 'password')} />
        <Paragraph>
          <a href={recoveryAddress(props.realm)}>{words.forgotten}</a>
        </Paragraph>
        <Button>{words.goOn}</Button>
      </Form>
    </>
  ),
});

interface ClosedProps {
  realm: Realm;
  closure: Closure;
  loggedOut: boolean;
  now: Date;
  settings: Settings;
}

export function confirmationClosedPage(props: ClosedProps, { closed }: ConfirmPasswordWords): Page {
  const { closure, settings, now } = props;
  const { until } = closure;
  return {
    title: closed.title,
    body: (
      <>
        <Heading>{closed.title}</Heading>
        {props.loggedOut ? <Paragraph lead>{closed.loggedOut}</Paragraph> : null}
        <Paragraph>{closed.why}</Paragraph>
        <InsetText>
          {until === 'support'
            ? closed.untilSupport
            : closed.untilTime(now, until, settings.service.timeZone)}
        </InsetText>
        {settings.lockout.resetOpens ? (
          <LinkButton href={recoveryAddress(props.realm)}>{closed.reset}</LinkButton>
        ) : null}
        <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
      </>
    ),
  };
}
