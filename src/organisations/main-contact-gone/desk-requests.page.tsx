import { EmptyState, Heading, type Page, Paragraph, Table, Tag } from '../../ui/index.ts';
import { mainContactRequestAddress, mainContactRequestsAddress } from '../addresses.ts';
import type { DeskRequestWords } from './desk.words.ts';
import type { ListedRequest } from './main-contact-request.store.ts';

interface Requests {
  state: 'waiting' | 'decided';
  requests: readonly ListedRequest[];
  timeZone: string;
}

export const deskRequestsPage = (props: Requests, words: DeskRequestWords): Page => ({
  title: words.list.title,
  width: 'full',
  body: (
    <>
      <Heading caption={words.list[props.state]}>{words.list.title}</Heading>
      {props.requests.length === 0 ? (
        <EmptyState heading={words.list.none[props.state]}>
          <p>{words.list.noneText}</p>
        </EmptyState>
      ) : (
        <RequestsTable {...props} words={words} />
      )}
      <Paragraph>
        {props.state === 'waiting' ? (
          <a href={`${mainContactRequestsAddress}?state=decided`}>{words.list.showDecided}</a>
        ) : (
          <a href={mainContactRequestsAddress}>{words.list.showWaiting}</a>
        )}
      </Paragraph>
    </>
  ),
});

const RequestsTable = ({ state, requests, timeZone, words }: Requests & { words: DeskRequestWords }) => {
  const { columns } = words.list;
  return (
    <Table
      caption={words.list[state]}
      captionHidden
      columns={[columns.practice, columns.reference, columns.sent, columns.state].map((heading) => ({
        heading,
      }))}
      rows={requests.map((request) => [
        <PracticeLink key="practice" request={request} />,
        request.reference,
        words.moment(request.createdAt, timeZone),
        <StateTag key="state" request={request} words={words} />,
      ])}
    />
  );
};

const PracticeLink = ({ request }: { request: ListedRequest }) => (
  <>
    <a href={mainContactRequestAddress(request.id)}>{request.practice}</a> {request.code}
  </>
);

function StateTag({ request, words }: { request: ListedRequest; words: DeskRequestWords }) {
  if (request.state === 'approved') return <Tag colour="green">{words.states.approved}</Tag>;
  if (request.state !== 'waiting') return <Tag colour="grey">{words.states[request.state]}</Tag>;
  if (request.isContested) return <Tag colour="red">{words.list.contested}</Tag>;
  return request.isConfirmed ? (
    <Tag colour="blue">{words.list.confirmed}</Tag>
  ) : (
    <Tag colour="yellow">{words.list.toConfirm}</Tag>
  );
}
