import { EmptyState, Heading, type Page, Paragraph, Table, Tag } from '../../ui/index.ts';
import { mainContactRequestsAddress, registrationAddress, registrationsAddress } from '../addresses.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { ListedRegistration } from './registration.ts';

type Words = CheckRegistrationWords;

interface Registrations {
  state: 'waiting' | 'decided';
  registrations: readonly ListedRegistration[];
  timeZone: string;
}

export const registrationsPage = (props: Registrations, words: Words): Page => ({
  title: words.list.title,
  width: 'full',
  body: (
    <>
      <Heading caption={words.list[props.state]}>{words.list.title}</Heading>
      {props.registrations.length === 0 ? (
        <EmptyState heading={words.list.none[props.state]}>
          <p>{words.list.noneText}</p>
        </EmptyState>
      ) : (
        <RegistrationsTable {...props} words={words} />
      )}
      <Paragraph>
        {props.state === 'waiting' ? (
          <a href={`${registrationsAddress}?state=decided`}>{words.list.showDecided}</a>
        ) : (
          <a href={registrationsAddress}>{words.list.showWaiting}</a>
        )}
      </Paragraph>
      <Paragraph>
        <a href={mainContactRequestsAddress}>{words.list.newMainContacts}</a>
      </Paragraph>
    </>
  ),
});

const RegistrationsTable = ({ state, registrations, timeZone, words }: Registrations & { words: Words }) => {
  const { columns } = words.list;
  return (
    <Table
      caption={words.list[state]}
      captionHidden
      columns={[columns.practice, columns.reference, columns.sent, columns.state].map((heading) => ({
        heading,
      }))}
      rows={registrations.map((registration) => [
        <PracticeLink key="practice" registration={registration} />,
        registration.reference,
        words.sentAt(registration.createdAt, timeZone),
        <StateTag key="state" registration={registration} words={words} />,
      ])}
    />
  );
};

const PracticeLink = ({ registration }: { registration: ListedRegistration }) => (
  <>
    <a href={registrationAddress(registration.id)}>{registration.practice}</a> {registration.code}
  </>
);

function StateTag({ registration, words }: { registration: ListedRegistration; words: Words }) {
  if (registration.state === 'approved') return <Tag colour="green">{words.states.approved}</Tag>;
  if (registration.state === 'refused') return <Tag colour="grey">{words.states.refused}</Tag>;
  return registration.isChecked ? (
    <Tag colour="blue">{words.list.checked}</Tag>
  ) : (
    <Tag colour="yellow">{words.list.toCheck}</Tag>
  );
}
