import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  SummaryList,
  TextArea,
  TextInput,
  TypedLines,
} from '../../../ui/index.ts';
import { deskMailAddress, mailInAddress } from '../../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { longestBody } from './desk-mail.form.ts';
import type { ListedMail } from './desk-mail.store.ts';
import type { DeskMailWords } from './desk-mail.words.ts';
import { outcomeOf, TicketLink } from './mail-outcome.tsx';
import type { ViewedMail } from './read-desk-mail.ts';

interface Words {
  desk: DeskWords;
  mail: DeskMailWords;
}

interface OneProps extends ViewedMail {
  form: FormState;
  notice: Notice | undefined;
  timeZone: string;
}

export const oneMailPage = (props: OneProps, words: Words): Page => {
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
