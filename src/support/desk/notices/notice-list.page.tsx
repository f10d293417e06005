import { Heading, LinkButton, type Page, Paragraph, Table } from '../../../ui/index.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { newNoticeAddress, noticeAddress } from './notices.addresses.ts';
import type { NoticesWords } from './notices.words.ts';
import type { ListedNotice } from './read-notices.ts';

export interface Words {
  desk: DeskWords;
  notices: NoticesWords;
}

interface ListProps {
  current: readonly ListedNotice[];
  past: readonly ListedNotice[];
  notice: Notice | undefined;
  timeZone: string;
}

export const noticeListPage = (props: ListProps, words: Words): Page => ({
  title: words.notices.title,
  width: 'full',
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.notices.title}</Heading>
      <Paragraph>{words.notices.lead}</Paragraph>
      <LinkButton href={newNoticeAddress}>{words.notices.publishNew}</LinkButton>
      {props.current.length === 0 ? <Paragraph>{words.notices.noneCurrent}</Paragraph> : null}
      <Notices {...props} caption={words.notices.current} notices={props.current} words={words} />
      <Notices {...props} caption={words.notices.past} notices={props.past} words={words} />
    </>
  ),
});

interface NoticesProps {
  caption: string;
  notices: readonly ListedNotice[];
  timeZone: string;
  words: Words;
}

function Notices({ caption, notices, timeZone, words }: NoticesProps) {
  const { columns, places, untilEnded } = words.notices;
  if (notices.length === 0) return null;
  return (
    <Table
      caption={caption}
      columns={Object.entries(columns).map(([name, heading]) => ({ heading, numeric: name === 'tickets' }))}
      rows={notices.map((notice) => {
        const until = notice.endedAt ?? notice.endsAt;
        return [
          <a key="title" href={noticeAddress(notice.id)}>
            {notice.title}
          </a>,
          notice.places.map((place) => places[place]).join(', '),
          words.desk.moment(notice.publishedAt, timeZone),
          until ? words.desk.moment(until, timeZone) : untilEnded,
          notice.tickets,
        ];
      })}
    />
  );
}
