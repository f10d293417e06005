import type { Settings } from '../../platform/settings/settings.ts';
import {
  Code,
  ErrorSummary,
  type FormState,
  Heading,
  InsetText,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { confirmTicketAddress, documentsAddress, ticketAddress, ticketsAddress } from '../addresses.ts';
import type { FormFiles } from '../attachments/form-files.ts';
import type { SaidAnswersWords } from '../tickets/said-answers.words.ts';
import type { MyTicketsWords } from './my-tickets.words.ts';
import type { ShownTicket } from './read-ticket.ts';
import type { TicketWords } from './ticket.words.ts';
import { TicketFacts } from './ticket-facts.tsx';
import { Answer, Leave, Rate, Solve } from './ticket-forms.tsx';
import { TicketMessages } from './ticket-messages.tsx';

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

export type TicketPartProps = TicketPageProps & { words: TicketWords };

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
        {shown.mergedInto && shown.messages.length === 0 ? null : (
          <TicketMessages shown={shown} settings={props.settings} words={words} />
        )}
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
const WhereItStands = ({ shown, words }: TicketPartProps) => {
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

const HiddenFiles = ({ shown, words: { files } }: TicketPartProps) =>
  shown.hiddenFiles === 0 ? null : (
    <InsetText>
      <Paragraph>{files.hidden(shown.hiddenFiles)}</Paragraph>
      <LinkButton variant="secondary" href={documentsAddress(shown.ticket.reference)}>
        {files.prove}
      </LinkButton>
    </InsetText>
  );
