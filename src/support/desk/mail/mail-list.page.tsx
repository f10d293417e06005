import {
  EmptyState,
  Heading,
  NotificationBanner,
  type Page,
  Pagination,
  Paragraph,
  Table,
} from '../../../ui/index.ts';
import { deskMailAddress, mailInAddress } from '../../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { DeskMailWords } from './desk-mail.words.ts';
import { outcomeOf, TicketLink } from './mail-outcome.tsx';
import { type MailList, mailLists } from './read-desk-mail.ts';

interface Words {
  desk: DeskWords;
  mail: DeskMailWords;
}

interface ListProps extends MailList {
  notice: Notice | undefined;
  timeZone: string;
}

export const mailListPage = (props: ListProps, words: Words): Page => ({
  title: words.mail.title,
  width: 'full',
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.mail.title}</Heading>
      <MailboxFacts {...props} words={words} />
      <Lists {...props} words={words} />
      {props.mails.length > 0 ? (
        <MailTable {...props} words={words} />
      ) : (
        <EmptyState heading={words.mail.none[props.state].heading}>
          <p>{words.mail.none[props.state].text}</p>
        </EmptyState>
      )}
      <Pagination
        current={props.page}
        pages={props.pages}
        hrefOf={(page) => `${deskMailAddress}?state=${props.state}&page=${page}`}
      />
    </>
  ),
});

function MailboxFacts({ mailbox, timeZone, words }: ListProps & { words: Words }) {
  const said = words.mail.mailbox;
  if (mailbox === undefined) return <Paragraph>{said.none}</Paragraph>;
  if (mailbox === 'not-read-yet') return <Paragraph>{said.neverLooked}</Paragraph>;
  const problem = mailbox.problem === null ? undefined : said.problems[mailbox.problem];
  return (
    <>
      {problem ? (
        <NotificationBanner heading={said.problemHeading}>
          <p>{problem}</p>
        </NotificationBanner>
      ) : null}
      <Paragraph>{said.looked(words.desk.moment(mailbox.lookedAt, timeZone))}</Paragraph>
    </>
  );
}

const Lists = ({ state, counts, words: { mail } }: ListProps & { words: Words }) => (
  <nav aria-label={mail.listsLabel}>
    <ul className="gh-queues">
      {mailLists.map((each) => (
        <li key={each}>
          <a
            className="gh-queues__link"
            href={`${deskMailAddress}?state=${each}`}
            {...(each === state && { 'aria-current': 'page' })}
          >
            {mail.lists[each]} ({counts[each]})
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

function MailTable({ state, mails, timeZone, words }: ListProps & { words: Words }) {
  const { columns, lists } = words.mail;
  const haveTickets = mails.some(({ reference }) => reference !== null);
  const headings = [columns.received, columns.effect, ...(haveTickets ? [columns.ticket] : []), columns.open];
  return (
    <Table
      caption={lists[state]}
      columns={headings.map((heading) => ({ heading }))}
      rows={mails.map((mail) => {
        const moment = words.desk.moment(mail.receivedAt, timeZone);
        return [
          moment,
          outcomeOf(mail, words.mail),
          ...(haveTickets ? [<TicketLink key="ticket" mail={mail} />] : []),
          <a key="open" href={mailInAddress(mail.id)}>
            {words.mail.open}
            <span className="nhsuk-u-visually-hidden">{words.mail.openOf(moment)}</span>
          </a>,
        ];
      })}
    />
  );
}
