import type { ReactNode } from 'react';
import { Code, Heading, Note, SummaryList, type SummaryRow, Tag } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { personAddress } from '../../addresses.ts';
import { CallBackTag, ClockTag } from '../clock-tag.tsx';
import { PriorityTag, StateTag } from '../state-tag.tsx';
import { clockOf, daysUntil } from '../ticket-clock.ts';
import type { DeskTicketPageWords, DeskTicketProps } from './desk-ticket.page.tsx';

type Props = DeskTicketProps & { words: DeskTicketPageWords };

export function TicketFacts(props: Props) {
  const { facts } = props.words.ticket;
  const rows: (SummaryRow | undefined)[] = [
    { key: facts.state, value: <State {...props} /> },
    { key: facts.clock, value: <Clock {...props} /> },
    ...peopleRows(props),
    ...placeRows(props),
    ...relatedRows(props),
  ];
  return (
    <>
      <Heading level={2}>{facts.heading}</Heading>
      <SummaryList rows={rows.filter((row) => row !== undefined)} />
    </>
  );
}

const State = ({ desk: { ticket }, words: { tickets } }: Props) => (
  <>
    <StateTag state={ticket.state} words={tickets} />{' '}
    <PriorityTag priority={ticket.priority} words={tickets} />
  </>
);

function Clock({ desk: { ticket, surroundings, now }, settings, words: { tickets } }: Props) {
  const { timeZone } = settings.service;
  const isDone = ticket.state === 'solved' || ticket.state === 'closed';
  return (
    <>
      <ClockTag clock={clockOf(settings, ticket, now)} timeZone={timeZone} words={tickets} />
      {ticket.complaintDueOn && !isDone ? (
        <>
          <br />
          <Tag colour="yellow">
            {tickets.clock.complaint(daysUntil(ticket.complaintDueOn, now, timeZone))}
          </Tag>
        </>
      ) : null}
      {surroundings.callBackAt ? (
        <>
          <br />
          <CallBackTag at={surroundings.callBackAt} timeZone={timeZone} words={tickets} />
        </>
      ) : null}
    </>
  );
}

function peopleRows({ desk, settings, maySeePerson, words }: Props): (SummaryRow | undefined)[] {
  const { facts } = words.ticket;
  const { requester, ticket } = desk;
  const { timeZone } = settings.service;
  return [
    {
      key: facts.requester,
      value: lines([
        requester.fullName,
        requester.email,
        requester.phone,
        <Note key="confirmed">{requester.confirmedAt ? facts.confirmed : facts.notConfirmed}</Note>,
      ]),
    },
    {
      key: facts.account,
      value:
        ticket.accountId && ticket.accountProof
          ? lines([
              maySeePerson ? (
                <a key="account" href={personAddress(ticket.accountId)}>
                  {facts.openAccount}
                </a>
              ) : null,
              facts.proofs[ticket.accountProof],
            ])
          : facts.noAccount,
    },
    desk.concerned.length === 0
      ? undefined
      : {
          key: facts.concerned,
          value: lines(
            desk.concerned.map(({ name, email, part, agreedAt, refusedAt }) =>
              [
                name,
                email,
                facts.parts[part],
                refusedAt ? facts.refused : agreedAt ? facts.agreed : facts.asked,
              ].join(', '),
            ),
          ),
        },
    { key: facts.created, value: words.tickets.moment(ticket.createdAt, timeZone) },
    { key: facts.channel, value: words.tickets.channels[ticket.channel] },
  ];
}

function placeRows({ desk, settings, words }: Props): (SummaryRow | undefined)[] {
  const { facts } = words.ticket;
  const { ticket, surroundings } = desk;
  const subject = settings.tickets.subjects.find(({ key }) => key === ticket.subjectKey);
  return [
    { key: facts.subject, value: subject?.name ?? words.tickets.otherSubject(ticket.subjectKey) },
    surroundings.organisation === null
      ? undefined
      : {
          key: facts.organisation,
          value: [surroundings.organisation, surroundings.organisationCode].filter(Boolean).join(' '),
        },
    { key: facts.assigned, value: surroundings.assignee ?? words.tickets.nobody },
    { key: facts.team, value: surroundings.team ?? words.tickets.noTeam },
    {
      key: facts.tags,
      value:
        ticket.tags.length === 0
          ? facts.noTags
          : ticket.tags.map((tag) => (
              <span key={tag}>
                <Tag colour="purple">{tag}</Tag>{' '}
              </span>
            )),
    },
    surroundings.notice === null ? undefined : { key: facts.notice, value: surroundings.notice },
    ticket.rating === null ? undefined : { key: facts.rating, value: facts.ratings[ticket.rating] },
  ];
}

function relatedRows({
  desk: { followUps, related, surroundings },
  words,
}: Props): (SummaryRow | undefined)[] {
  const { facts } = words.ticket;
  const row = (key: string, references: readonly string[]): SummaryRow | undefined =>
    references.length === 0
      ? undefined
      : {
          key,
          value: lines(
            references.map((reference) => (
              <a key={reference} href={deskTicketAddress(reference)}>
                <Code>{reference}</Code>
              </a>
            )),
          ),
        };
  return [
    row(facts.merged, [...related.merged.values()]),
    row(facts.split, related.split),
    row(facts.follows, followUps.before),
    row(facts.followedBy, followUps.after),
    row(facts.splitFrom, surroundings.splitFrom ? [surroundings.splitFrom] : []),
  ];
}

const lines = (parts: readonly ReactNode[]): ReactNode =>
  parts.filter(Boolean).map((part, at) => (
    <span key={at}>
      {at > 0 ? <br /> : null}
      {part}
    </span>
  ));
