import type { Settings } from '../../../platform/settings/settings.ts';
import {
  Button,
  Code,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Paragraph,
  SummaryList,
  TextArea,
  TypedLines,
} from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { sayAnswers } from '../../tickets/said-answers.ts';
import type { SaidAnswersWords } from '../../tickets/said-answers.words.ts';
import { subjectOf } from '../../tickets/ticket.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { longestReason } from '../reason-field.ts';
import type { AccountOfTheDead } from './someone-died.store.ts';
import type { ReportedDeath } from './someone-died.ts';
import type { SomeoneDiedWords } from './someone-died.words.ts';

interface DiedProps extends ReportedDeath {
  form: FormState;
  notice: Notice | undefined;
  settings: Settings;
}

interface Words {
  words: SomeoneDiedWords;
  desk: DeskWords;
  answers: SaidAnswersWords;
}

type Part = DiedProps & Words;

export const someoneDiedPage = (props: DiedProps, allWords: Words): Page => {
  const { ticket, form, notice, account, email } = props;
  const { reference } = ticket;
  const { words } = allWords;
  const part = { ...props, ...allWords };
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: deskTicketAddress(reference), label: words.toTicket },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <OutcomeNotice notice={form.errors.length > 0 ? undefined : notice} />
        <Heading caption={words.caption(reference)}>{words.title}</Heading>
        <Told {...part} />
        <Heading level={2}>{words.check}</Heading>
        <List items={words.checks} />
        <Form action={deskTicketAddress(reference, 'died')} method="get">
          <EmailInput name="email" value={email} label={words.email} hint={words.emailHint} />
          <Button variant="secondary">{words.find}</Button>
        </Form>
        {account ? <Decide {...part} account={account} /> : null}
        {!account && email ? <Paragraph>{words.notFound}</Paragraph> : null}
      </>
    ),
  };
};

const Told = ({ ticket, settings, words, answers }: Part) => (
  <>
    <Heading level={2}>{words.said}</Heading>
    <SummaryList
      rows={sayAnswers(subjectOf(settings, ticket), ticket.answers, answers).map(({ label, said }) => ({
        key: label,
        value: <TypedLines>{said}</TypedLines>,
      }))}
    />
  </>
);

const Decide = ({
  account,
  ended,
  settings,
  ticket,
  form,
  words,
  desk,
}: Part & { account: AccountOfTheDead }) => {
  const { timeZone } = settings.service;
  const isStopped = account.mailStoppedAt !== null;
  return (
    <>
      <Heading level={2}>{words.account}</Heading>
      <SummaryList
        rows={[
          { key: words.name, value: account.name },
          { key: words.address, value: account.email },
          { key: words.state, value: words.states[account.state] ?? account.state },
        ]}
      />
      {account.mailStoppedAt ? (
        <>
          <Paragraph>{words.stoppedSince(account.mailStoppedAt, timeZone)}</Paragraph>
          <Ended ended={ended} words={words} />
        </>
      ) : (
        <List items={words.what} />
      )}
      <Form action={deskTicketAddress(ticket.reference, isStopped ? 'died/undo' : 'died')}>
        <input type="hidden" name="email" value={account.email} />
        <TextArea
          {...fieldOf(form, 'reason')}
          label={desk.reason.label}
          hint={words.reasonHint}
          maximum={longestReason}
          rows={4}
        />
        <Button variant={isStopped ? 'secondary' : 'warning'}>
          {isStopped ? words.undo : words.confirm}
        </Button>
      </Form>
    </>
  );
};

/** So that staff know what is to be brought back, or told to somebody else. */
const Ended = ({ ended: { accounts, tickets }, words }: Pick<Part, 'ended' | 'words'>) =>
  accounts.length + tickets.length === 0 ? null : (
    <>
      <Paragraph>{words.ended}</Paragraph>
      <List
        items={[
          ...accounts.map(({ email }) => words.endedAccount(email)),
          ...tickets.map(({ reference }) => (
            <a key={reference} href={deskTicketAddress(reference)}>
              <Code>{reference}</Code>
            </a>
          )),
        ]}
      />
    </>
  );
