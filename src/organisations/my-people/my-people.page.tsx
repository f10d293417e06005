import { EmptyState, Heading, List, Note, type Page, Paragraph, Table, Tag } from '../../ui/index.ts';
import {
  accessRequestsAddress,
  addToSeveralAddress,
  handoverAddress,
  leaversAddress,
  objectionAddress,
  organisationAddress,
  removeFromSeveralAddress,
  reviewAddress,
  userAddress,
  usersAddress,
} from '../addresses.ts';
import type { Task } from './my-people.store.ts';
import type { MyPeopleWords } from './my-people.words.ts';
import type { MyPlace } from './my-places.ts';
import type { MyPeople } from './read-my-people.ts';

type PartProps = MyPeople & { timeZone: string; words: MyPeopleWords };

export const myPeoplePage = (people: MyPeople, timeZone: string, words: MyPeopleWords): Page => ({
  title: words.title,
  width: 'full',
  body:
    people.places.length > 0 || people.tasks.length > 0 ? (
      <>
        <Heading>{words.title}</Heading>
        <Paragraph>{words.lead}</Paragraph>
        <Tasks {...people} timeZone={timeZone} words={words} />
        {people.places.length > 0 ? <Places {...people} timeZone={timeZone} words={words} /> : null}
      </>
    ) : (
      <>
        <Heading>{words.title}</Heading>
        <EmptyState heading={words.none.heading}>
          <Paragraph>{words.none.text}</Paragraph>
          <Paragraph>
            <a href="/account/access">{words.none.organisations}</a>
          </Paragraph>
        </EmptyState>
      </>
    ),
});

const Tasks = ({ tasks, isCut, timeZone, words }: PartProps) =>
  tasks.length === 0 ? (
    <>
      <Heading level={2}>{words.tasks.title}</Heading>
      <Paragraph>{words.tasks.nothing}</Paragraph>
    </>
  ) : (
    <>
      <Table
        caption={words.tasks.title}
        columns={[words.tasks.what, words.tasks.where, words.tasks.when].map((heading) => ({ heading }))}
        rows={tasks.map((task) => [
          <a key="what" href={addressOf(task)}>
            {words.tasks.kinds[task.kind](task.name || words.tasks.somebody)}
          </a>,
          words.named(task.organisation.name, task.organisation.code),
          words.day(task.at, timeZone),
        ])}
      />
      {isCut ? <Paragraph>{words.tasks.cut(tasks.length)}</Paragraph> : null}
    </>
  );

/** Where a task is done. */
function addressOf({ kind, organisation: { code }, id }: Task): string {
  switch (kind) {
    case 'handover':
      return handoverAddress(code);
    case 'main-contact':
      return objectionAddress(code, id ?? '');
    case 'request':
      return accessRequestsAddress(code, id ?? undefined);
    case 'leaver':
      return leaversAddress(code);
    case 'review':
      return reviewAddress(code);
    case 'not-delivered':
    case 'expiring':
      return userAddress(code, id ?? '', 'invitation');
    case 'ending':
    case 'returning':
      return userAddress(code, id ?? '');
  }
}

const Places = ({ places, words }: PartProps) => (
  <>
    <Heading level={2}>{words.several.title}</Heading>
    <List
      items={[
        <a key="add" href={addToSeveralAddress}>
          {words.several.add}
        </a>,
        <a key="remove" href={removeFromSeveralAddress}>
          {words.several.remove}
        </a>,
      ]}
    />
    <Table
      caption={words.places.title}
      columns={[
        { heading: words.places.name },
        { heading: words.places.active, numeric: true },
        { heading: words.places.invited, numeric: true },
        { heading: words.places.onLeave, numeric: true },
        { heading: words.places.people },
      ]}
      rows={places.map((place) => [
        <PlaceName key="name" place={place} words={words} />,
        place.counts.active,
        place.counts.invited,
        place.counts.onLeave,
        <a key="users" href={usersAddress(place.organisation.code)}>
          {words.places.users}
          <span className="nhsuk-u-visually-hidden"> {words.places.usersOf(place.organisation.name)}</span>
        </a>,
      ])}
    />
  </>
);

const PlaceName = ({
  place: { organisation, practice, place },
  words,
}: {
  place: MyPlace;
  words: MyPeopleWords;
}) => (
  <>
    <a href={organisationAddress(organisation.code)}>{words.named(organisation.name, organisation.code)}</a>
    {place.isReadOnly ? (
      <>
        {' '}
        <Tag colour="grey">{words.places.closed}</Tag>
      </>
    ) : null}
    {place.branchId ? (
      <>
        <br />
        <Note>{words.places.branchOf(practice.name)}</Note>
      </>
    ) : null}
  </>
);
