import {
  EmptyState,
  ErrorSummary,
  type FormState,
  Heading,
  type Page,
  Paragraph,
} from '../../../ui/index.ts';
import { activityAddress } from '../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import type { EventsWords } from '../events.words.ts';
import type { ActivityWords } from './activity.words.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityTable } from './activity-table.tsx';
import type { SearchActivityOutcome } from './search-activity.ts';

export interface ActivityProps {
  form: FormState;
  result: SearchActivityOutcome;
  /** Whether this is not the newest page. */
  isOlder: boolean;
  timeZone: string;
}

export interface AllActivityWords {
  activity: ActivityWords;
  desk: DeskWords;
  events: EventsWords;
}

type PartProps = ActivityProps & { words: AllActivityWords };

export const activityPage = (props: ActivityProps, words: AllActivityWords): Page => ({
  title: words.activity.title,
  width: 'full',
  hasErrors: props.form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.activity.title}</Heading>
      <Paragraph>{words.activity.about}</Paragraph>
      <ActivityFilters form={props.form} words={words} />
      <Result {...props} words={words} />
    </>
  ),
});

function Result(props: PartProps) {
  const { result, form } = props;
  const words = props.words.activity;
  if (result.outcome === 'problems') return null;
  if (result.outcome === 'several-people')
    return (
      <>
        <Heading level={2}>{words.several}</Heading>
        <ul className="nhsuk-list">
          {result.people.map(({ id, name, email }) => (
            <li key={id}>
              <a href={addressWith(form, { person: id })}>{name}</a> {email}
            </li>
          ))}
        </ul>
      </>
    );
  if (result.events.length === 0)
    return (
      <EmptyState heading={words.none.heading}>
        <p>{words.none.text}</p>
      </EmptyState>
    );
  return (
    <>
      <ActivityTable {...props} events={result.events} personName={result.personName} />
      <Turn {...props} older={result.older} />
    </>
  );
}

const Turn = ({ form, isOlder, older, words }: PartProps & { older: number | undefined }) => (
  <>
    {older ? (
      <Paragraph>
        <a href={addressWith(form, { before: String(older) })}>{words.activity.older}</a>
      </Paragraph>
    ) : null}
    {isOlder ? (
      <Paragraph>
        <a href={addressWith(form, {})}>{words.activity.newest}</a>
      </Paragraph>
    ) : null}
  </>
);

/** The same search with something changed; empty fields are left out. */
function addressWith({ values }: FormState, changed: Record<string, string>): string {
  const wanted = Object.entries({ ...values, ...changed }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(wanted).toString();
  return query ? `${activityAddress}?${query}` : activityAddress;
}
