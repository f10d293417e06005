import {
  Button,
  Code,
  Details,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  type Page,
  Pagination,
  Paragraph,
  Table,
  Tag,
  TextInput,
} from '../../ui/index.ts';
import { newTicketAddress, ticketAddress, ticketsAddress } from '../addresses.ts';
import type { MyTicketsWords } from './my-tickets.words.ts';
import type { ListedTicket, MyTickets, TicketPage } from './read-my-tickets.ts';
import { stateColour } from './state-colour.ts';

type Props = MyTickets & { timeZone: string };

export const myTicketsPage = (props: Props, words: MyTicketsWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <LinkButton href={newTicketAddress}>{words.ask}</LinkButton>
      <Search {...props} words={words} />
      <Current {...props} words={words} />
      <Closed {...props} words={words} />
    </>
  ),
});

type PartProps = Props & { words: MyTicketsWords };

const Search = ({ searched, current, closed, words: { search } }: PartProps) => {
  if (!searched && current.count + closed.count === 0) return null;
  return (
    <Form action={ticketsAddress} method="get">
      <TextInput name="q" label={search.label} hint={search.hint} value={searched} type="search" width={20} />
      <Button variant="secondary">{search.button}</Button>
      {searched ? (
        <Paragraph>
          <a href={ticketsAddress}>{search.all}</a>
        </Paragraph>
      ) : null}
    </Form>
  );
};

const Current = ({ current, closed, searched, timeZone, words }: PartProps) => {
  if (current.count === 0) {
    if (searched) return closed.count > 0 ? null : <EmptyState heading={words.search.nothing(searched)} />;
    return (
      <EmptyState heading={words.none.heading}>
        <Paragraph>{words.none.what}</Paragraph>
      </EmptyState>
    );
  }
  return (
    <>
      <Tickets tickets={current.tickets} caption={words.current} timeZone={timeZone} words={words} />
      <Pages {...current} hrefOf={(page) => addressOf({ page, q: searched })} />
    </>
  );
};

const Closed = ({ closed, searched, timeZone, words }: PartProps) =>
  closed.count === 0 ? null : (
    <Details summary={words.closed(closed.count)} open={searched !== '' || closed.page > 1}>
      <Tickets tickets={closed.tickets} caption={words.closedCaption} timeZone={timeZone} words={words} />
      <Pages {...closed} hrefOf={(page) => addressOf({ closed: page, q: searched })} />
    </Details>
  );

const Pages = ({ page, pages, hrefOf }: TicketPage & { hrefOf: (page: number) => string }) => (
  <Pagination current={page} pages={pages} hrefOf={hrefOf} />
);

const Tickets = ({
  tickets,
  caption,
  timeZone,
  words,
}: {
  tickets: readonly ListedTicket[];
  caption: string;
  timeZone: string;
  words: MyTicketsWords;
}) => (
  <Table
    caption={caption}
    columns={Object.values(words.columns).map((heading) => ({ heading }))}
    rows={tickets.map((ticket) => [
      <a key="ticket" href={ticketAddress(ticket.reference)}>
        {ticket.title}
      </a>,
      <Code key="reference">{ticket.reference}</Code>,
      <Tag key="state" colour={stateColour[ticket.state]}>
        {words.states[ticket.state]}
      </Tag>,
      words.lastMessage(writerOf(ticket), ticket.lastMessageAt, timeZone),
    ])}
  />
);

/** Of a ticket that several share the list does not know which of them wrote. */
const writerOf = ({ lastMessageBy, isOwn }: ListedTicket) =>
  lastMessageBy === 'support' ? 'support' : isOwn ? 'you' : 'you-or-others';

function addressOf(asked: Record<string, string | number>): string {
  const kept = Object.entries(asked).filter(([, value]) => value !== '' && value !== 1);
  const query = new URLSearchParams(
    kept.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return query ? `${ticketsAddress}?${query}` : ticketsAddress;
}
