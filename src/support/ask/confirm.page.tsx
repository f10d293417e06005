import { ErrorSummary, type FormState, Heading, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import { confirmTicketAddress, contactAddress, newTicketAddress } from '../addresses.ts';
import type { TicketLinkState } from '../tickets/ticket-link.ts';
import { AnswerByLink } from './answer-by-link.tsx';
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
      <AnswerByLink
        action={confirmTicketAddress}
        secret={props.secret}
        yes={words.confirm.yes}
        no={words.confirm.no}
      />
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
