import {
  Button,
  EmailInput,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  NotificationBanner,
  type Page,
  Pagination,
  Paragraph,
  SummaryList,
  Table,
  TextArea,
  TextInput,
  TypedLines,
} from '../../../ui/index.ts';
import { deskMailAddress, deskTicketAddress, mailInAddress } from '../../addresses.ts';
import type { MailInState } from '../../mail-in/mail-in.store.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { longestBody } from './desk-mail.form.ts';
import type { ListedMail } from './desk-mail.store.ts';
import type { MailList, ViewedMail } from './desk-mail.ts';
import type { DeskMailWords } from './desk-mail.words.ts';

interface Words {
  desk: DeskWords;
  mail: DeskMailWords;
}

interface ListProps extends MailList {
  notice: Notice | undefined;
  timeZone: string;
}

/** In the order in which staff need them. */
const states: readonly MailInState[] = ['unreadable', 'ignored', 'waiting', 'handled'];

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
      {states.map((each) => (
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

const TicketLink = ({ mail: { reference } }: { mail: ListedMail }) =>
  reference ? <a href={deskTicketAddress(reference)}>{reference}</a> : null;

function outcomeOf({ effect, problem }: ListedMail, words: DeskMailWords): string {
  const said = [effect && words.effects[effect], problem && words.problems[problem]].filter(Boolean);
  return said.length > 0 ? said.join('. ') : words.notHandled;
}

interface OneProps extends ViewedMail {
  form: FormState;
  notice: Notice | undefined;
  timeZone: string;
}

export const mailInPage = (props: OneProps, words: Words): Page => {
  const { mailIn, form } = props;
  const { one } = words.mail;
  const title = one.title(words.desk.moment(mailIn.receivedAt, props.timeZone));
  const isOpen = mailIn.state === 'unreadable' || mailIn.state === 'ignored';
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: `${deskMailAddress}?state=${mailIn.state}`, label: one.back },
    body: (
      <>
        <OutcomeNotice notice={props.notice} />
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <MailFacts {...props} words={words} />
        <Heading level={2}>{one.text}</Heading>
        <WhatItSays {...props} words={words} />
        <Original mailIn={mailIn} words={words.mail} />
        {isOpen ? <MakeTicket mailIn={mailIn} form={form} words={words.mail} /> : null}
        {mailIn.state === 'unreadable' ? <SetAside mailIn={mailIn} words={words.mail} /> : null}
        {isOpen && mailIn.fileId ? <TryAgain mailIn={mailIn} words={words.mail} /> : null}
      </>
    ),
  };
};

function MailFacts({ mailIn, mail, words: { mail: words } }: OneProps & { words: Words }) {
  const { one } = words;
  const from = mail?.headers.get('from')?.join('; ').slice(0, 300);
  return (
    <SummaryList
      rows={[
        { key: one.from, value: from || one.noFrom },
        { key: one.subject, value: mail?.subject || one.noSubject },
        { key: one.size, value: one.kilobytes(Math.ceil(mailIn.size / 1024)) },
        { key: one.outcome, value: outcomeOf(mailIn, words) },
        ...(mailIn.reference ? [{ key: one.ticket, value: <TicketLink mail={mailIn} /> }] : []),
      ]}
    />
  );
}

/** As it was written, with nothing in it that could be followed. */
const WhatItSays = ({ mail, words }: OneProps & { words: Words }) =>
  mail?.text ? (
    <InsetText>
      <p>
        <TypedLines>{mail.text}</TypedLines>
      </p>
    </InsetText>
  ) : (
    <Paragraph>{words.mail.one.noText}</Paragraph>
  );

interface PartProps {
  mailIn: ListedMail;
  words: DeskMailWords;
}

const Original = ({ mailIn, words: { one } }: PartProps) =>
  mailIn.fileId ? (
    <Paragraph>
      <a href={mailInAddress(mailIn.id, 'original')} download>
        {one.original}
      </a>
      <br />
      {one.originalHint}
    </Paragraph>
  ) : (
    <Paragraph>{one.originalGone}</Paragraph>
  );

const TryAgain = ({ mailIn, words: { one } }: PartProps) => (
  <>
    <Heading level={2}>{one.againHeading}</Heading>
    <Paragraph>{one.againHint}</Paragraph>
    <Form action={mailInAddress(mailIn.id, 'again')}>
      <Button variant="secondary">{one.again}</Button>
    </Form>
  </>
);

const SetAside = ({ mailIn, words: { one } }: PartProps) => (
  <>
    <Heading level={2}>{one.asideHeading}</Heading>
    <Paragraph>{one.asideHint}</Paragraph>
    <Form action={mailInAddress(mailIn.id, 'aside')}>
      <Button variant="secondary">{one.aside}</Button>
    </Form>
  </>
);

const MakeTicket = ({ mailIn, form, words: { one } }: PartProps & { form: FormState }) => (
  <>
    <Heading level={2}>{one.ticketHeading}</Heading>
    <Form action={mailInAddress(mailIn.id)}>
      <EmailInput {...fieldOf(form, 'email')} label={one.email} hint={one.emailHint} />
      <TextInput {...fieldOf(form, 'fullName')} label={one.fullName} />
      <TextInput {...fieldOf(form, 'title')} label={one.ticketTitle} />
      <TextArea {...fieldOf(form, 'body')} label={one.body} maximum={longestBody} />
      <Button>{one.makeTicket}</Button>
    </Form>
  </>
);
