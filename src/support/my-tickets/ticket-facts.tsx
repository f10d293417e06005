import { Code, Paragraph, SummaryList, type SummaryRow, Tag } from '../../ui/index.ts';
import { ticketAddress } from '../addresses.ts';
import { notSaidIn, sayAnswers } from '../tickets/said-answers.ts';
import type { SaidAnswersWords } from '../tickets/said-answers.words.ts';
import { isOurTurn, subjectOf } from '../tickets/ticket.ts';
import type { MyTicketsWords } from './my-tickets.words.ts';
import { stateColour } from './state-colour.ts';
import type { TicketPageProps } from './ticket.page.tsx';
import type { TicketWords } from './ticket.words.ts';

interface FactsWords {
  words: TicketWords;
  states: MyTicketsWords['states'];
  answers: SaidAnswersWords;
}

type Props = TicketPageProps & FactsWords;

/** What the ticket is about, where it stands and when an answer can be expected. */
export const TicketFacts = (props: Props) => (
  <>
    <SummaryList rows={[...mainRows(props), ...answerRows(props), ...aboutRows(props)]} />
    <Expected {...props} />
  </>
);

function mainRows({ shown: { ticket }, settings, words, states }: Props): SummaryRow[] {
  const { facts } = words;
  return [
    { key: facts.state, value: <Tag colour={stateColour[ticket.state]}>{states[ticket.state]}</Tag> },
    { key: facts.subject, value: subjectOf(settings, ticket).name },
    { key: facts.asked, value: words.moment(ticket.createdAt, settings.service.timeZone) },
  ];
}

/** What its own questions were answered with, unless it stands on the page already; whoever follows asked something of their own. */
function answerRows({ shown: { ticket, part, messages }, settings, answers }: Props): SummaryRow[] {
  if (part === 'follower') return [];
  const said = sayAnswers(subjectOf(settings, ticket), ticket.answers, answers);
  const own = messages.filter(({ isOwn }) => isOwn);
  return notSaidIn(own, ticket.title, said).map((each) => ({ key: each.label, value: each.said }));
}

function aboutRows({ shown, words }: Props): SummaryRow[] {
  const { ticket, part, organisationName } = shown;
  if (part === 'follower') return [];
  const people = peopleIn(shown, words);
  const { facts } = words;
  return [
    ...(people.length > 0 ? [{ key: facts.people, value: people.join('. ') }] : []),
    ...(organisationName && part !== 'waiting-helper'
      ? [{ key: facts.organisation, value: organisationName }]
      : []),
    ...followUpRows(shown, words),
    ...(ticket.accountId && part === 'requester' ? [{ key: facts.account, value: facts.proven }] : []),
  ];
}

const followUpRows = (
  { followUps, splits, reader }: Props['shown'],
  { facts }: TicketWords,
): SummaryRow[] => [
  ...followUps.map(({ reference, isBefore }) => ({
    key: isBefore ? facts.follows : facts.followedBy,
    value: <OtherTicket reference={reference} opens />,
  })),
  // What somebody wrote is not gone; but who came by the link of one ticket opens no other.
  ...splits.map(({ reference, isBefore }) => ({
    key: isBefore ? facts.splitFrom : facts.splitOff,
    value: <OtherTicket reference={reference} opens={!reader.onlyTicket} />,
  })),
];

const OtherTicket = ({ reference, opens }: { reference: string; opens: boolean }) =>
  opens ? (
    <a href={ticketAddress(reference)}>
      <Code>{reference}</Code>
    </a>
  ) : (
    <Code>{reference}</Code>
  );

/** Of somebody who has not agreed not even the name is told that we know them by. */
function peopleIn({ part, askerName, people }: Props['shown'], { person }: TicketWords): string[] {
  if (part === 'person') return [person.asker(askerName)];
  return people.map(({ fullName, agreedAt }) => (agreedAt ? person.agreed(fullName) : person.asked));
}

const Expected = ({ shown: { ticket }, now, settings, words }: Props) => {
  const { firstAnswerDueAt: dueAt, firstAnsweredAt, state } = ticket;
  if (!isOurTurn(state) || firstAnsweredAt || !dueAt) return null;
  return <Paragraph>{dueAt > now ? words.expected(dueAt, settings.service.timeZone) : words.late}</Paragraph>;
};
