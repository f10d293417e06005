import type { ContactOnRecord } from '../../../identity/index.ts';
import type { TicketSubject } from '../../../platform/settings/support-settings.ts';
import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
  Radios,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskTicketAddress, deskTicketsAddress } from '../../addresses.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { FindPeopleOutcome } from '../people/find-people.ts';
import type { CallerCheck } from './caller.store.ts';
import type { CallerWords } from './caller.words.ts';
import { FindPeopleResult } from './found-callers.tsx';

export interface Words {
  desk: DeskWords;
  caller: CallerWords;
}

const longestBody = 10_000;

/** What the agent says, and what the caller says. */
export const openForCallerPage = (
  form: FormState,
  subjects: readonly TicketSubject[],
  { caller }: Words,
): Page => {
  const words = caller.open;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: deskTicketsAddress, label: caller.back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{words.title}</Heading>
        <InsetText>
          <Heading level={2} size="s">
            {words.script.heading}
          </Heading>
          <List items={words.script.steps} kind="number" />
        </InsetText>
        <Form action={`${deskTicketsAddress}/new`}>
          <TextInput {...fieldOf(form, 'name')} label={words.name} autoComplete="off" spellCheck={false} />
          <EmailInput
            {...fieldOf(form, 'email')}
            label={words.email}
            hint={words.emailHint}
            autoComplete="off"
          />
          <TextInput {...fieldOf(form, 'phone')} label={words.phone} width={20} autoComplete="off" />
          <Radios
            {...fieldOf(form, 'subject')}
            label={words.subject}
            options={subjects.map(({ key, name }) => ({ value: key, label: name }))}
            small
          />
          <TextInput {...fieldOf(form, 'title')} label={words.titleOf} autoComplete="off" />
          <TextArea
            {...fieldOf(form, 'body')}
            label={words.body}
            hint={words.bodyHint}
            rows={8}
            maximum={longestBody}
          />
          <Button>{words.button}</Button>
        </Form>
      </>
    ),
  };
};

export interface CheckProps {
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
  const { caller } = words;
  const { title, about } = caller.check;
  const { ticket, form, find } = props;
  return {
    title,
    hasErrors: form.errors.length + find.errors.length > 0,
    back: { href: deskTicketAddress(ticket.reference), label: caller.backToTicket },
    body: (
      <>
        <ErrorSummary errors={[...form.errors, ...find.errors]} />
        <OutcomeNotice notice={props.notice} />
        <Heading caption={about(ticket.reference)}>{title}</Heading>
        {ticket.accountId ? <Proven words={caller} /> : <Steps {...props} words={words} />}
      </>
    ),
  };
}

const Proven = ({ words: { check } }: { words: CallerWords }) => (
  <>
    <Paragraph>{check.proven}</Paragraph>
    <Paragraph>{check.provenText}</Paragraph>
  </>
);

const Steps = (props: CheckProps & { words: Words }) => (
  <>
    <Paragraph>{props.words.caller.check.lead}</Paragraph>
    {props.open ? <ReadOut {...props} open={props.open} /> : null}
    {props.chosen ? <Contacts {...props} chosen={props.chosen} /> : null}
    <Find {...props} />
    <Paragraph>
      <a href={deskTicketAddress(props.ticket.reference)}>{props.words.caller.check.without}</a>
    </Paragraph>
  </>
);

function ReadOut({ open, ticket, form, timeZone, words }: CheckProps & { open: CallerCheck; words: Words }) {
  const { check } = words.caller;
  return (
    <>
      <InsetText>
        <p>{check.sent(open.name, words.desk.moment(open.expiresAt, timeZone))}</p>
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
  const { check } = words.caller;
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
  const { check } = words.caller;
  const address = deskTicketAddress(ticket.reference, 'check');
  return (
    <>
      <Form action={address} method="get">
        <TextInput {...fieldOf(find, 'find')} label={check.find} hint={check.findHint} autoComplete="off" />
        <Button variant="secondary">{check.findButton}</Button>
      </Form>
      {found ? <FindPeopleResult found={found} address={address} words={words.caller} /> : null}
    </>
  );
}
