import type { ReactNode } from 'react';
import {
  Button,
  ButtonGroup,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  List,
  NotificationBanner,
  type Page,
  Paragraph,
  PasswordInput,
} from '../../ui/index.ts';
import { createTicketAccountAddress, newTicketAddress, ticketLogInAddress } from '../addresses.ts';
import type { TicketSignInWords } from './ticket-sign-in.words.ts';

export interface TicketLogInProps {
  form: FormState;
  next: string;
  service: string;
  /** What is known not to work just now. */
  notices: ReactNode;
  /** Why this page came: after logging out, when a session ended, or before a change. */
  because?: 'loggedOut' | 'leftTicket' | 'ended' | 'kept' | 'again' | undefined;
  /** Tries that are left, after a wrong password. */
  left?: number;
}

export const ticketLogInPage = (props: TicketLogInProps, words: TicketSignInWords): Page => {
  const { form, next, service, notices, because, left } = props;
  const own = words.logIn;
  const { name, error } = fieldOf(form, 'password');
  return {
    title: own.title,
    hasErrors: form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Because because={form.errors.length > 0 ? undefined : because} words={own} />
        {notices}
        <Heading>{own.title}</Heading>
        <Paragraph lead>{own.lead}</Paragraph>
        <Paragraph>{own.separate(service)}</Paragraph>
        {left === undefined ? null : <InsetText>{own.left(left)}</InsetText>}
        <Form action={ticketLogInAddress}>
          <input type="hidden" name="next" value={next} />
          <EmailInput
            {...fieldOf(form, 'email')}
            label={own.email}
            hint={own.emailHint}
            autoComplete="username"
          />
          <PasswordInput name={name} error={error} label={own.password} hint={own.passwordHint} />
          <ButtonGroup>
            <Button>{own.button}</Button>
            <Button variant="secondary" name="way" value="link">
              {own.linkButton}
            </Button>
          </ButtonGroup>
        </Form>
        <Paragraph>{own.forgotten}</Paragraph>
        <NewHere service={service} words={own} />
      </>
    ),
  };
};

const Because = ({
  because,
  words,
}: Pick<TicketLogInProps, 'because'> & { words: TicketSignInWords['logIn'] }) => {
  if (!because) return null;
  if (because === 'loggedOut' || because === 'leftTicket')
    return <NotificationBanner success heading={words[because]} />;
  return <InsetText>{words[because]}</InsetText>;
};

const NewHere = ({ service, words }: { service: string; words: TicketSignInWords['logIn'] }) => (
  <>
    <Heading level={2} size="s">
      {words.newHere}
    </Heading>
    <List
      items={[
        <a key="create" href={createTicketAccountAddress}>
          {words.create}
        </a>,
        <a key="ask" href={newTicketAddress}>
          {words.ask}
        </a>,
        <a key="portal" href="/log-in?next=/tickets">
          {words.portal(service)}
        </a>,
      ]}
    />
  </>
);

/** The door once more, with where somebody wanted to go. */
export const logInAddress = (next: string): string =>
  next ? `${ticketLogInAddress}?next=${encodeURIComponent(next)}` : ticketLogInAddress;

interface ClosedProps {
  until: Date | 'support';
  next: string;
  now: Date;
  timeZone: string;
}

export const ticketEntryClosedPage = (
  { until, next, now, timeZone }: ClosedProps,
  { closed }: TicketSignInWords,
): Page => ({
  title: closed.title,
  body: (
    <>
      <Heading>{closed.title}</Heading>
      <Paragraph>{closed.why}</Paragraph>
      {until === 'support' ? null : <Paragraph>{closed.untilTime(now, until, timeZone)}</Paragraph>}
      <Paragraph>{closed.link}</Paragraph>
      <LinkButton href={logInAddress(next)}>{closed.button}</LinkButton>
    </>
  ),
});
