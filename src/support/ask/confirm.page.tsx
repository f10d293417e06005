import {
  Button,
  ButtonGroup,
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
} from '../../ui/index.ts';
import { confirmTicketAddress, contactAddress, newTicketAddress } from '../addresses.ts';
import type { TicketLinkState } from '../tickets/ticket-link.ts';
import type { AskWords } from './ask.words.ts';

interface ConfirmProps {
  secret: string;
  subject: string;
  askedAt: Date;
  timeZone: string;
  form: FormState;
}

/** Shows the subject and the time, and nothing that a stranger typed. */
export const confirmPage = (props: ConfirmProps, words: AskWords): Page => ({
  title: words.confirm.title,
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.confirm.title}</Heading>
      <Paragraph>{words.confirm.lead(props.subject)}</Paragraph>
      <Paragraph>{words.confirm.when(props.askedAt, props.timeZone)}</Paragraph>
      <Form action={confirmTicketAddress}>
        <input type="hidden" name="link" value={props.secret} />
        <ButtonGroup>
          <Button name="answer" value="yes">
            {words.confirm.yes}
          </Button>
          <Button name="answer" value="no" variant="secondary">
            {words.confirm.no}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  ),
});

interface CodeProps {
  title: string;
  lead: string;
  emailLabel: string;
  action: string;
  form: FormState;
}

/** For who cannot follow the link: the address and the code that was sent there. */
export const codePage = ({ title, lead, emailLabel, action, form }: CodeProps, words: AskWords): Page => ({
  title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{title}</Heading>
      <Paragraph>{lead}</Paragraph>
      <Form action={action}>
        <EmailInput {...fieldOf(form, 'email')} label={emailLabel} autoComplete="email" />
        <CodeInput {...fieldOf(form, 'code')} label={words.sent.code} hint={words.sent.codeHint} />
        <Button>{words.subjects.continue}</Button>
      </Form>
    </>
  ),
});

export const thrownAwayPage = (words: AskWords): Page => ({
  title: words.confirm.notYoursTitle,
  body: (
    <>
      <Heading>{words.confirm.notYoursTitle}</Heading>
      <Paragraph>{words.confirm.notYours}</Paragraph>
      <Paragraph>
        <a href={contactAddress}>{words.confirm.again}</a>
      </Paragraph>
    </>
  ),
});

export const deadLinkPage = (state: TicketLinkState, words: AskWords): Page => ({
  title: words.confirm.deadTitle,
  body: (
    <>
      <Heading>{words.confirm.deadTitle}</Heading>
      <Paragraph>{words.confirm.dead[state]}</Paragraph>
      <LinkButton href={newTicketAddress}>{words.confirm.askAgain}</LinkButton>
    </>
  ),
});
