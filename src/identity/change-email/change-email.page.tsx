import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  CodeInput,
  ContactSupport,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { accountDetailsAddress, changeEmailAddress } from '../addresses.ts';
import type { ChangeEmailWords } from './change-email.words.ts';
import type { ConfirmLinkState } from './confirm-email.ts';
import type { StopLinkState } from './stop-email-change.ts';

interface AskProps {
  form: FormState;
  email: string;
  settings: Settings;
}

export const askForChangePage = ({ form, email, settings }: AskProps, words: ChangeEmailWords): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: accountDetailsAddress },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.now(email)}</Paragraph>
      <List items={words.steps(settings.emailChange.stoppableFor)} kind="number" />
      <Paragraph>{words.keepOld}</Paragraph>
      <Form action={changeEmailAddress}>
        <EmailInput {...fieldOf(form, 'email')} label={words.email} autoComplete="email" />
        <Button>{words.send}</Button>
      </Form>
    </>
  ),
});

interface WaitingProps extends AskProps {
  newEmail: string;
}

export function waitingPage({ form, email, newEmail, settings }: WaitingProps, all: ChangeEmailWords): Page {
  const words = all.waiting;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: accountDetailsAddress },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{words.title}</Heading>
        <Paragraph>{words.sent(newEmail, settings.emailChange.linkLife)}</Paragraph>
        <Paragraph>{words.still(email)}</Paragraph>
        <Form action={`${changeEmailAddress}/code`}>
          <CodeInput {...fieldOf(form, 'code')} label={words.code} hint={words.codeHint} />
          <Button>{words.confirm}</Button>
        </Form>
        <Paragraph>{words.spam}</Paragraph>
        <Paragraph>
          <a href={`${changeEmailAddress}?again=yes`}>{words.other}</a>
        </Paragraph>
        <Form action={`${changeEmailAddress}/cancel`}>
          <Button variant="secondary">{words.cancel}</Button>
        </Form>
      </>
    ),
  };
}

type Live = Extract<ConfirmLinkState, { state: 'live' }>['change'];

export const confirmEmailPage = (
  { change, link, settings }: { change: Live; link: string; settings: Settings },
  { confirm: words }: ChangeEmailWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.what(change.newTyped, settings.service.name)}</Paragraph>
      <InsetText>
        <p>{change.fullName}</p>
      </InsetText>
      <Paragraph>{words.onlyYours}</Paragraph>
      <Form action="/confirm-email">
        <input type="hidden" name="link" value={link} />
        <Button>{words.button}</Button>
      </Form>
    </>
  ),
});

export const emailChangedPage = (
  { to, settings }: { to: string; settings: Settings },
  { changed: words }: ChangeEmailWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.now(to)}</Paragraph>
      <Paragraph>{words.before(settings.emailChange.stoppableFor)}</Paragraph>
      <a href={accountDetailsAddress}>{words.details}</a>
    </>
  ),
});

export const confirmNotLivePage = (
  state: Exclude<ConfirmLinkState['state'], 'live'> | 'taken',
  words: ChangeEmailWords,
): Page => {
  const { title, what } = state === 'taken' ? words.taken : words.confirmNotLive[state];
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{what}</Paragraph>
        {state === 'other-account' ? null : <a href={accountDetailsAddress}>{words.again}</a>}
      </>
    ),
  };
};

interface StopProps {
  /** Undefined while the change was only asked for. */
  until: Date | null;
  link: string;
  settings: Settings;
}

export const stopChangePage = (
  { until, link, settings }: StopProps,
  { stop: words }: ChangeEmailWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>
        {until
          ? words.made(settings.service.name, words.until(until, settings.service.timeZone))
          : words.asked(settings.service.name)}
      </Paragraph>
      <Paragraph>{words.itWasYou}</Paragraph>
      <Heading level={2} size="s">
        {words.whatTitle}
      </Heading>
      <List items={words.what} />
      <Form action="/stop-email-change">
        <input type="hidden" name="link" value={link} />
        <Button variant="warning">{words.button}</Button>
      </Form>
    </>
  ),
});

export const changeStoppedPage = (settings: Settings, { stopped: words }: ChangeEmailWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.account}</Paragraph>
      <Paragraph>{words.next}</Paragraph>
      <Paragraph>{words.support}</Paragraph>
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});

export const stopNotLivePage = (
  state: Exclude<StopLinkState, 'stoppable' | 'stopped'>,
  settings: Settings,
  words: ChangeEmailWords,
): Page => ({
  title: words.stopNotLive[state].title,
  body: (
    <>
      <Heading>{words.stopNotLive[state].title}</Heading>
      <Paragraph>{words.stopNotLive[state].what}</Paragraph>
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});
