import { EmptyState, Heading, type Page, Pagination, Paragraph, Table } from '../../ui/index.ts';
import type { OwnEvent } from './activity.store.ts';
import type { ActivityWords } from './activity.words.ts';
import type { Activity } from './read-activity.ts';

interface ActivityProps extends Activity {
  timeZone: string;
  address: string;
}

export const activityPage = (props: ActivityProps, words: ActivityWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.about}</Paragraph>
      {props.events.length > 0 ? <EventTable {...props} words={words} /> : <Nothing words={words} />}
      <Pagination
        current={props.page}
        pages={props.pages}
        hrefOf={(page) => `${props.address}?page=${page}`}
      />
    </>
  ),
});

const EventTable = ({ events, timeZone, words }: ActivityProps & { words: ActivityWords }) => (
  <Table
    caption={words.caption}
    columns={[words.columns.what, words.columns.who, words.columns.at].map((heading) => ({ heading }))}
    rows={events.map((event) => [
      <What key="what" event={event} words={words} />,
      whoDid(event, words),
      words.moment(event.at, timeZone),
    ])}
  />
);

const What = ({ event, words }: { event: OwnEvent; words: ActivityWords }) => (
  <>
    {words.actions[event.action] ?? words.otherAction}
    {event.reason ? (
      <>
        <br />
        {words.withReason(event.reason)}
      </>
    ) : null}
  </>
);

function whoDid({ by, device, staffRole }: OwnEvent, { who }: ActivityWords): string {
  if (by === 'you') return device ? who.youIn(device) : who.you;
  return by === 'staff' ? who.staff(staffRole ?? '') : who[by];
}

const Nothing = ({ words }: { words: ActivityWords }) => (
  <EmptyState heading={words.nothing.heading}>
    <p>{words.nothing.text}</p>
  </EmptyState>
);
