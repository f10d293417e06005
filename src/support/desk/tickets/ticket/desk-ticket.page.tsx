import type { ReactNode } from 'react';
import type { Settings } from '../../../../platform/settings/settings.ts';
import {
  Code,
  Details,
  ErrorSummary,
  type FormState,
  Heading,
  InsetText,
  NotificationBanner,
  type Page,
  SummaryList,
  Table,
  TypedLines,
} from '../../../../ui/index.ts';
import { deskTicketAddress, deskTicketsAddress } from '../../../addresses.ts';
import type { FormFiles } from '../../../attachments/form-files.ts';
import { notSaidIn, sayAnswers } from '../../../tickets/said-answers.ts';
import type { SaidAnswersWords } from '../../../tickets/said-answers.words.ts';
import type { SenderCheckWords } from '../../../tickets/sender-check.words.ts';
import { subjectOf } from '../../../tickets/ticket.ts';
import type { EventsWords } from '../../events.words.ts';
import { type Notice, OutcomeNotice } from '../../outcome-notice.tsx';
import { sayAction, sayWho } from '../../say-event.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { PresenceWords } from '../presence/presence.words.ts';
import { AnswerPart, TicketActions } from './answer-part.tsx';
import { Conversation } from './conversation.tsx';
import type { DeskTicketWords } from './desk-ticket.words.ts';
import { LivePresence } from './live-presence.tsx';
import type { DeskTicket } from './read-desk-ticket.ts';
import { TicketFacts } from './ticket-facts.tsx';

export interface DeskTicketProps {
  desk: DeskTicket;
  form: FormState;
  notice: Notice | undefined;
  /** Somebody wrote since the answer was begun: who, and when. */
  newer: string | undefined;
  reader: string;
  maySeePerson: boolean;
  settings: Settings;
  mayRelease: boolean;
  /** The files that the answer stands with. */
  formFiles: FormFiles;
  /** What a ticket of its kind needs beside an answer. */
  steps: ReactNode;
  /** What stands beside a ticket about the person, for whoever may see it. */
  beside: ReactNode;
}

export interface DeskTicketPageWords {
  ticket: DeskTicketWords;
  tickets: DeskTicketsWords;
  events: EventsWords;
  presence: PresenceWords;
  senders: SenderCheckWords;
  answers: SaidAnswersWords;
}

export const deskTicketPage = (props: DeskTicketProps, words: DeskTicketPageWords): Page => ({
  title: `${props.desk.ticket.reference} ${props.desk.ticket.title}`,
  width: 'full',
  hasErrors: props.form.errors.length > 0,
  back: { href: deskTicketsAddress, label: words.tickets.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <OutcomeNotice notice={props.notice} />
      {props.newer && props.form.errors.length === 0 ? (
        <NotificationBanner heading={props.newer}>
          <p>{words.ticket.reply.newer}</p>
        </NotificationBanner>
      ) : null}
      <Heading caption={<Code>{props.desk.ticket.reference}</Code>}>{props.desk.ticket.title}</Heading>
      <MergedInto {...props} words={words} />
      <LivePresence {...props} words={words.presence} />
      <div className="gh-beside">
        <div>
          <TicketActions {...props} words={words} />
          {props.steps}
          <Answers {...props} words={words} />
          <Conversation {...props} words={words} />
          <AnswerPart {...props} words={words} />
          <History {...props} words={words} />
        </div>
        <div>
          <TicketFacts {...props} words={words} />
          {props.beside}
        </div>
      </div>
    </>
  ),
});

type Inner = DeskTicketProps & { words: DeskTicketPageWords };

function MergedInto({ desk: { surroundings }, words }: Inner) {
  if (!surroundings.mergedInto) return null;
  return (
    <InsetText>
      <p>
        {words.ticket.mergedInto}{' '}
        <a href={deskTicketAddress(surroundings.mergedInto)}>{surroundings.mergedInto}</a>
      </p>
    </InsetText>
  );
}

/** What its own questions were answered with, unless the title or what they wrote says it already. */
function Answers({ desk: { ticket, messages }, settings, words }: Inner) {
  const said = sayAnswers(subjectOf(settings, ticket), ticket.answers, words.answers);
  const written = messages.filter(({ kind }) => kind === 'from-requester');
  const left = notSaidIn(written, ticket.title, said);
  if (left.length === 0) return null;
  return (
    <>
      <Heading level={2}>{words.ticket.answers}</Heading>
      <SummaryList
        rows={left.map((each) => ({ key: each.label, value: <TypedLines>{each.said}</TypedLines> }))}
      />
    </>
  );
}

function History({ desk: { events }, settings, words }: Inner) {
  const { history } = words.ticket;
  const { columns } = history;
  return (
    <Details summary={history.summary}>
      <Table
        caption={history.caption}
        captionHidden
        columns={[columns.what, columns.who, columns.at].map((heading) => ({ heading }))}
        rows={events.map((event) => [
          [sayAction(event.action, words.events), event.reason ? history.reason(event.reason) : ''].join(' '),
          sayWho(event, words.events),
          words.tickets.moment(event.at, settings.service.timeZone),
        ])}
      />
    </Details>
  );
}
