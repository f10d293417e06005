import { EmptyState, Heading, NotificationBanner, type Page, Paragraph, Table } from '../../ui/index.ts';
import { accessRequestsAddress, newUserAddress, organisationAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import type { ListedRequest } from './access-requests.store.ts';
import type { AccessRequestsWords } from './access-requests.words.ts';

interface AccessRequestsProps {
  organisation: Organisation;
  waiting: readonly ListedRequest[];
  decided: readonly ListedRequest[];
  /** What was just done, and to whom. */
  notice: { done: string; name: string } | undefined;
  timeZone: string;
}

export const accessRequestsPage = (props: AccessRequestsProps, words: AccessRequestsWords): Page => ({
  title: words.title,
  width: 'full',
  back: { href: organisationAddress(props.organisation.code) },
  body: (
    <>
      <Notice {...props} words={words} />
      <Heading caption={props.organisation.name}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      {props.waiting.length > 0 ? (
        <Waiting {...props} words={words} />
      ) : (
        <EmptyState heading={words.none.heading}>
          <Paragraph>{words.none.text}</Paragraph>
          <Paragraph>
            <a href={newUserAddress(props.organisation.code)}>{words.none.add}</a>
          </Paragraph>
        </EmptyState>
      )}
      {props.decided.length > 0 ? <Decided {...props} words={words} /> : null}
    </>
  ),
});

type PartProps = AccessRequestsProps & { words: AccessRequestsWords };

function Notice({ notice, words }: PartProps) {
  const say = notice && Object.hasOwn(words.done, notice.done) ? words.done[notice.done] : undefined;
  return notice && say ? <NotificationBanner success heading={say(notice.name)} /> : null;
}

export const askedFor = (request: ListedRequest, { parentId, name }: Organisation): string =>
  request.branchName ?? (parentId ? '' : name);

const Waiting = ({ organisation, waiting, timeZone, words }: PartProps) => (
  <Table
    caption={words.waiting}
    columns={columns(words, 'name', 'email', 'place', 'asked', 'action')}
    rows={waiting.map((request) => [
      request.fullName,
      request.email,
      askedFor(request, organisation),
      words.moment(request.createdAt, timeZone),
      <a key="decide" href={accessRequestsAddress(organisation.code, request.id)}>
        {words.decide}
        <span className="nhsuk-u-visually-hidden"> {words.decideAbout(request.fullName)}</span>
      </a>,
    ])}
  />
);

const Decided = ({ organisation, decided, timeZone, words }: PartProps) => (
  <Table
    caption={words.decided}
    columns={columns(words, 'name', 'email', 'outcome', 'by', 'at')}
    rows={decided.map((request) => [
      <a key="see" href={accessRequestsAddress(organisation.code, request.id)}>
        {request.fullName}
      </a>,
      request.email,
      words.states[request.state],
      decidedBy(request, words),
      request.decided ? words.moment(request.decided.at, timeZone) : '',
    ])}
  />
);

export const decidedBy = ({ state, decided }: ListedRequest, words: AccessRequestsWords): string =>
  state === 'lapsed' ? words.nobody : (decided?.by ?? words.notRecorded);

const columns = (words: AccessRequestsWords, ...names: (keyof AccessRequestsWords['columns'])[]) =>
  names.map((name) => ({ heading: words.columns[name] }));
