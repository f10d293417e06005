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
import { deskChosenAddress, ticketListAddress } from '../addresses.ts';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { SavedView } from '../saved-view.store.ts';
import type { TicketChoices } from '../ticket-choices.ts';
import { queryOf, type TicketQuestion } from '../ticket-question.ts';
import { QueueLinks, ViewLinks } from './list-links.tsx';
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
      <QueueLinks {...props} words={words} />
      <ViewLinks {...props} words={words.list} />
      <TicketFilters {...props} words={words} />
      <Found {...props} words={words} />
    </>
  ),
});

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
            <a href={questionAddress({ ...question, queue: 'all' })}>{words.none.everywhere}</a>
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
          <a href={questionAddress({ ...question, after: list.next })}>{words.next}</a>
        </Paragraph>
      ) : null}
      {isLater ? (
        <Paragraph>
          <a href={questionAddress(question)}>{words.first}</a>
        </Paragraph>
      ) : null}
    </>
  );
}

const questionAddress = (question: Parameters<typeof queryOf>[0]): string =>
  ticketListAddress(queryOf(question));
