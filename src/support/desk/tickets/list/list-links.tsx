import { deskCallBacksAddress, deskRepliesAddress, newDeskTicketAddress } from '../../../addresses.ts';
import { deskViewsAddress, ticketListAddress } from '../addresses.ts';
import { queryOf, queues } from '../ticket-question.ts';
import type { ListProps, ListWords } from './list-tickets.page.tsx';
import type { ListTicketsWords } from './list-tickets.words.ts';

type QueueProps = Pick<ListProps, 'question' | 'list'> & { words: ListWords };

export const QueueLinks = ({ question, list: { counts }, words }: QueueProps) => (
  <nav aria-label={words.list.queuesLabel}>
    <ul className="gh-queues">
      {queues.map((queue) => (
        <li key={queue}>
          <a
            href={ticketListAddress(queryOf({ queue }))}
            className="gh-queues__link"
            aria-current={queue === question.queue ? 'page' : undefined}
          >
            {words.tickets.queues[queue]}{' '}
            {queue === 'solved' || queue === 'all' ? null : <span>{words.list.count(counts[queue])}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type ViewProps = Pick<ListProps, 'views' | 'query' | 'helps'> & { words: ListTicketsWords };

/** Saved views, and where else whoever answers tickets goes from here. */
export const ViewLinks = ({ views, query, helps, words }: ViewProps) => (
  <nav aria-label={words.viewsLabel}>
    {views.length > 0 ? (
      <ul className="gh-queues">
        {views.map((view) => (
          <li key={view.id}>
            <a
              className="gh-queues__link"
              href={ticketListAddress(view.query)}
              aria-current={view.query === query ? 'page' : undefined}
            >
              {view.name}
            </a>
          </li>
        ))}
      </ul>
    ) : null}
    <ul className="gh-queues">
      <li>
        <a href={`${deskViewsAddress}?${new URLSearchParams({ save: query })}`}>{words.saveView}</a>
      </li>
      {views.length > 0 ? (
        <li>
          <a href={deskViewsAddress}>{words.manageViews}</a>
        </li>
      ) : null}
      <li>
        <a href={deskRepliesAddress}>{words.replies}</a>
      </li>
      {helps ? (
        <>
          <li>
            <a href={newDeskTicketAddress}>{words.caller}</a>
          </li>
          <li>
            <a href={deskCallBacksAddress}>{words.callBacks}</a>
          </li>
        </>
      ) : null}
    </ul>
  </nav>
);
