import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
  Radios,
  TextArea,
} from '../../ui/index.ts';
import {
  askAddress,
  askAgainAddress,
  confirmTicketAddress,
  documentsAddress,
  leaveTicketAddress,
  ticketAddress,
  ticketsAddress,
} from '../addresses.ts';
import { AttachmentsField } from '../attachments/attachments-field.tsx';
import type { FormFiles } from '../attachments/form-files.ts';
import type { SaidAnswersWords } from '../tickets/said-answers.words.ts';
import { isOwnTicket, mayRate, mayReply, maySolve } from './answer-ticket.ts';
import type { MyTicketsWords } from './my-tickets.words.ts';
import type { ShownTicket } from './read-ticket.ts';
import { longestMessage } from './ticket.form.ts';
import type { TicketWords } from './ticket.words.ts';
import { TicketFacts } from './ticket-facts.tsx';
import { TicketMessages } from './ticket-messages.tsx';
import { Unsent } from './unsent.page.tsx';

export interface TicketPageProps {
  shown: ShownTicket;
  form: FormState;
  files: FormFiles;
  ratingForm: FormState;
  /** Whether it can still be written on. */
  takesReplies: boolean;
  done?: keyof TicketWords['done'] | undefined;
  now: Date;
  settings: Settings;
}

type PartProps = TicketPageProps & { words: TicketWords };

export function ticketPage(
  props: TicketPageProps,
  words: TicketWords,
  states: MyTicketsWords['states'],
  answers: SaidAnswersWords,
): Page {
  const { shown, form, ratingForm, done } = props;
  const { ticket, reader } = shown;
  const errors = [...form.errors, ...ratingForm.errors];
  return {
    title: ticket.title,
    hasErrors: errors.length > 0,
    ...(reader.actor && { back: { href: ticketsAddress, label: words.back } }),
    body: (
      <>
        <ErrorSummary errors={errors} />
        {done && errors.length === 0 ? (
          <NotificationBanner success={done !== 'nothing'} heading={words.done[done]} />
        ) : null}
        <Heading caption={words.reference(ticket.reference)}>{ticket.title}</Heading>
        <TicketFacts {...props} words={words} states={states} answers={answers} />
        <WhereItStands {...props} words={words} />
        <TicketMessages shown={shown} settings={props.settings} words={words} />
        <HiddenFiles {...props} words={words} />
        <Answer {...props} words={words} />
        <Solve {...props} words={words} />
        <Rate {...props} words={words} />
        {reader.actor ? null : <Leave words={words} />}
      </>
    ),
  };
}

/** What happens next, and whose turn it is, where the state alone does not say it. */
const WhereItStands = ({ shown, words }: PartProps) => {
  const { ticket, part, mergedInto } = shown;
  if (ticket.state === 'held')
    return (
      <InsetText>
        <Paragraph>{words.held}</Paragraph>
        <Paragraph>
          <a href={confirmTicketAddress}>{words.confirm}</a>
        </Paragraph>
      </InsetText>
    );
  if (part === 'waiting-helper')
    return (
      <InsetText>
        <Paragraph>{words.waitsForAgreement}</Paragraph>
      </InsetText>
    );
  if (!mergedInto) return null;
  return (
    <InsetText>
      <Paragraph>{words.merged}</Paragraph>
      <Paragraph>
        <a href={ticketAddress(mergedInto)}>{words.mergedOpen}</a> <Code>{mergedInto}</Code>
      </Paragraph>
    </InsetText>
  );
};

const HiddenFiles = ({ shown, words: { files } }: PartProps) =>
  shown.hiddenFiles === 0 ? null : (
    <InsetText>
      <Paragraph>{files.hidden(shown.hiddenFiles)}</Paragraph>
      <LinkButton variant="secondary" href={documentsAddress(shown.ticket.reference)}>
        {files.prove}
      </LinkButton>
    </InsetText>
  );

const Answer = ({ shown, form, files, takesReplies, settings, words }: PartProps) => {
  const { ticket } = shown;
  if (!mayReply(shown) || !takesReplies)
    return (
      <>
        <Paragraph>{takesReplies ? words.follower : words.closed}</Paragraph>
        {form.values.message ? <Unsent message={form.values.message} words={words} /> : null}
        <LinkButton
          variant="secondary"
          href={
            takesReplies
              ? askAddress(ticket.subjectKey)
              : askAgainAddress(ticket.subjectKey, ticket.reference)
          }
        >
          {words.askAgain}
        </LinkButton>
      </>
    );
  const isSolved = ticket.state === 'solved';
  return (
    <>
      <Heading level={2}>{isSolved ? words.reply.reopenTitle : words.reply.title}</Heading>
      {isSolved ? <Paragraph>{words.reply.reopen}</Paragraph> : null}
      <Form action={ticketAddress(ticket.reference)} multipart>
        <TextArea
          {...fieldOf(form, 'message')}
          label={words.reply.label}
          hint={words.reply.hint}
          maximum={longestMessage}
        />
        <AttachmentsField form={form} files={files} limits={settings.tickets.attachments} />
        <Button>{words.reply.button}</Button>
      </Form>
    </>
  );
};

const Solve = ({ shown, words: { solve } }: PartProps) => {
  const { ticket } = shown;
  if (!isOwnTicket(shown) || !maySolve(ticket)) return null;
  return (
    <>
      <Heading level={2}>{solve.title}</Heading>
      <Paragraph>{solve.what}</Paragraph>
      <Form action={ticketAddress(ticket.reference, 'solved')}>
        <Button variant="secondary">{solve.button}</Button>
      </Form>
    </>
  );
};

const Rate = ({ shown, ratingForm, words: { rate, rated } }: PartProps) => {
  const { ticket } = shown;
  if (!isOwnTicket(shown)) return null;
  if (ticket.rating) return <Paragraph>{rated[ticket.rating]}</Paragraph>;
  if (!mayRate(ticket)) return null;
  return (
    <>
      <Heading level={2}>{rate.title}</Heading>
      <Form action={ticketAddress(ticket.reference, 'rating')}>
        <Radios
          {...fieldOf(ratingForm, 'rating')}
          label={rate.label}
          options={(['good', 'bad'] as const).map((value) => ({ value, label: rate[value] }))}
        />
        <TextArea {...fieldOf(ratingForm, 'words')} label={rate.words} rows={3} />
        <Button variant="secondary">{rate.button}</Button>
      </Form>
    </>
  );
};

const Leave = ({ words }: { words: TicketWords }) => (
  <>
    <Paragraph>{words.leaveWhat}</Paragraph>
    <Form action={leaveTicketAddress}>
      <Button variant="secondary">{words.leave}</Button>
    </Form>
  </>
);
