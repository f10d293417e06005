import type { ContactOnRecord } from '../../../identity/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  Radios,
  TextInput,
} from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { FindPeopleOutcome } from '../people/find-people.ts';
import type { DeskTicketsWords } from '../tickets/desk-tickets.words.ts';
import type { CallerCheck } from './check-caller.store.ts';
import type { CheckCallerWords } from './check-caller.words.ts';
import { FoundCallers } from './found-callers.tsx';

interface Words {
  check: CheckCallerWords;
  tickets: DeskTicketsWords;
}

interface CheckProps {
  notice: Notice | undefined;
  ticket: Ticket;
  open: CallerCheck | undefined;
  timeZone: string;
  /** Who was looked for, and who was found. */
  found: FindPeopleOutcome | undefined;
  find: FormState;
  /** Who was chosen, and where they can be reached. */
  chosen: { id: string; name: string; contacts: readonly ContactOnRecord[] } | undefined;
  form: FormState;
}

export function checkCallerPage(props: CheckProps, words: Words): Page {
  const { check, tickets } = words;
  const { ticket, form, find } = props;
  return {
    title: check.title,
    hasErrors: form.errors.length + find.errors.length > 0,
    back: { href: deskTicketAddress(ticket.reference), label: tickets.backToTicket },
    body: (
      <>
        <ErrorSummary errors={[...form.errors, ...find.errors]} />
        <OutcomeNotice notice={props.notice} />
        <Heading caption={check.about(ticket.reference)}>{check.title}</Heading>
        {ticket.accountId ? <Proven words={check} /> : <Steps {...props} words={words} />}
      </>
    ),
  };
}

const Proven = ({ words }: { words: CheckCallerWords }) => (
  <>
    <Paragraph>{words.proven}</Paragraph>
    <Paragraph>{words.provenText}</Paragraph>
  </>
);

const Steps = (props: CheckProps & { words: Words }) => (
  <>
    <Paragraph>{props.words.check.lead}</Paragraph>
    {props.open ? <ReadOut {...props} open={props.open} /> : null}
    {props.chosen ? <Contacts {...props} chosen={props.chosen} /> : null}
    <Find {...props} />
    <Paragraph>
      <a href={deskTicketAddress(props.ticket.reference)}>{props.words.check.without}</a>
    </Paragraph>
  </>
);

function ReadOut({ open, ticket, form, timeZone, words }: CheckProps & { open: CallerCheck; words: Words }) {
  const { check } = words;
  return (
    <>
      <InsetText>
        <p>{check.sent(open.name, words.tickets.moment(open.expiresAt, timeZone))}</p>
        <p>{check.say}</p>
      </InsetText>
      <Form action={deskTicketAddress(ticket.reference, 'check/code')}>
        <TextInput
          {...fieldOf(form, 'code')}
          label={check.code}
          hint={check.codeHint}
          width={10}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{check.prove}</Button>
      </Form>
    </>
  );
}

function Contacts({
  chosen,
  ticket,
  form,
  words,
}: CheckProps & { chosen: NonNullable<CheckProps['chosen']>; words: Words }) {
  const { check } = words;
  return (
    <Form action={deskTicketAddress(ticket.reference, 'check')}>
      <input type="hidden" name="person" value={chosen.id} />
      <Radios
        {...fieldOf(form, 'contact')}
        label={check.contactOf(chosen.name)}
        hint={check.contactHint}
        options={chosen.contacts.map(({ channel, shown }) => ({
          value: `${channel} ${shown}`,
          label: channel === 'email' ? check.byEmail(shown) : check.byText(shown),
        }))}
      />
      <Button>{check.send}</Button>
    </Form>
  );
}

function Find({ ticket, find, found, words }: CheckProps & { words: Words }) {
  const { check } = words;
  const address = deskTicketAddress(ticket.reference, 'check');
  return (
    <>
      <Form action={address} method="get">
        <TextInput {...fieldOf(find, 'find')} label={check.find} hint={check.findHint} autoComplete="off" />
        <Button variant="secondary">{check.findButton}</Button>
      </Form>
      {found ? <FoundCallers found={found} address={address} words={check} /> : null}
    </>
  );
}
