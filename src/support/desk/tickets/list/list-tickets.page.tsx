import type { Settings } from '../../../../platform/settings/settings.ts';
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  type Page,
  Paragraph,
} from '../../../../ui/index.ts';
import { deskCallBacksAddress, deskRepliesAddress, newDeskTicketAddress } from '../../../addresses.ts';
import { deskChosenAddress, deskViewsAddress, ticketListAddress } from '../addresses.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { SavedView } from '../saved-view.store.ts';
import type { TicketChoices } from '../ticket-choices.ts';
import { queryOf, queues, type TicketQuestion } from '../ticket-question.ts';
import type { TicketList } from './list-tickets.ts';
import type { ListTicketsWords } from './list-tickets.words.ts';
import { TicketFilters } from './ticket-filters.tsx';
import { TicketTable } from './ticket-table.tsx';

export interface ListProps extends TicketChoices {
  question: TicketQuestion;
  /** The query of this very page. */
  query: string;
  isLater: boolean;
  form: FormState;
  list: TicketList;
  views: readonly SavedView[];
  settings: Pick<Settings, 'service' | 'support' | 'tickets'>;
  now: Date;
  /** Whether whoever looks helps people on the telephone. */
  helps: boolean;
}

export interface ListWords {
  list: ListTicketsWords;
  tickets: DeskTicketsWords;
}

export const listTicketsPage = (props: ListProps, words: ListWords): Page => ({
  title: words.tickets.queues[props.question.queue],
  width: 'full',
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={words.list.title}>{words.tickets.queues[props.question.queue]}</Heading>
      <Queues {...props} words={words} />
      <Views {...props} words={words.list} />
      <TicketFilters {...props} words={words} />
      <Found {...props} words={words} />
    </>
  ),
});

type Inner = ListProps & { words: ListTicketsWords };

const Queues = ({ question, list: { counts }, words }: ListProps & { words: ListWords }) => (
  <nav aria-label={words.list.queuesLabel}>
    <ul className="gh-queues">
      {queues.map((queue) => (
        <li key={queue}>
          <a
            href={addressOf({ queue })}
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

const Views = ({ views, query, helps, words }: Inner) => (
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

function Found(props: ListProps & { words: ListWords }) {
  const { list, question, isLater, query } = props;
  const { list: words } = props.words;
  if (list.problems.length > 0) return null;
  if (list.tickets.length === 0)
    return (
      <EmptyState heading={words.none.heading}>
        <p>{words.none.text}</p>
        {question.queue === 'all' ? null : (
          <p>
            <a href={addressOf({ ...question, queue: 'all' })}>{words.none.everywhere}</a>
          </p>
        )}
      </EmptyState>
    );
  return (
    <>
      <Form action={deskChosenAddress}>
        <input type="hidden" name="back" value={query} />
        <TicketTable {...props} />
        <Button variant="secondary">{words.chosen}</Button>
      </Form>
      {list.next ? (
        <Paragraph>
          <a href={addressOf({ ...question, after: list.next })}>{words.next}</a>
        </Paragraph>
      ) : null}
      {isLater ? (
        <Paragraph>
          <a href={addressOf(question)}>{words.first}</a>
        </Paragraph>
      ) : null}
    </>
  );
}

const addressOf = (question: Parameters<typeof queryOf>[0]): string => ticketListAddress(queryOf(question));
