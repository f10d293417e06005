import {
  Button,
  Checkboxes,
  Code,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  SummaryList,
  TextInput,
  WarningCallout,
} from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { firstWords } from '../../../tickets/ticket.email.tsx';
import type { DeskTicketsWords } from '../desk-tickets.words.ts';
import type { MergePreview } from './merge-tickets.ts';
import type { MergeTicketsWords } from './merge-tickets.words.ts';

interface Words {
  merge: MergeTicketsWords;
  tickets: DeskTicketsWords;
}

interface MergeProps {
  reference: string;
  form: FormState;
  preview: MergePreview | undefined;
}

export const mergeTicketsPage = (props: MergeProps, words: Words): Page => ({
  title: props.preview ? words.merge.preview : words.merge.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: deskTicketAddress(props.reference), label: words.tickets.backToTicket },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={<Code>{props.reference}</Code>}>
        {props.preview ? words.merge.preview : words.merge.title}
      </Heading>
      <Paragraph>{words.merge.text}</Paragraph>
      <Form action={deskTicketAddress(props.reference, 'merge')}>
        {props.preview ? (
          <Preview {...props} preview={props.preview} words={words} />
        ) : (
          <>
            <TextInput
              {...fieldOf(props.form, 'into')}
              label={words.merge.into}
              hint={words.merge.intoHint}
              width={20}
              code
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <Button>{words.merge.show}</Button>
          </>
        )}
      </Form>
    </>
  ),
});

function Preview({ preview, form, words }: MergeProps & { preview: MergePreview; words: Words }) {
  const { merge } = words;
  return (
    <>
      <Side heading={merge.goes} side={preview.goes} words={words} />
      <Side heading={merge.stays} side={preview.stays} words={words} />
      <input type="hidden" name="into" value={preview.stays.ticket.reference} />
      {preview.isOfTwoPeople ? (
        <>
          <WarningCallout heading={merge.twoPeople.heading}>
            <p>{merge.twoPeople.text}</p>
          </WarningCallout>
          <Checkboxes
            {...fieldOf(form, 'both')}
            label={merge.twoPeople.heading}
            options={[{ value: 'yes', label: merge.twoPeople.tick }]}
          />
        </>
      ) : null}
      <Button name="step" value="merge">
        {merge.merge}
      </Button>
    </>
  );
}

interface SideProps {
  heading: string;
  side: MergePreview['goes'];
  words: Words;
}

function Side({ heading, side: { ticket, requester, messages }, words }: SideProps) {
  const { facts } = words.merge;
  return (
    <>
      <Heading level={2}>{heading}</Heading>
      <SummaryList
        rows={[
          {
            key: facts.ticket,
            value: (
              <>
                {ticket.title} <Code>{ticket.reference}</Code>
              </>
            ),
          },
          { key: facts.requester, value: `${requester.fullName}, ${requester.email}` },
          { key: facts.state, value: words.tickets.states[ticket.state] },
          { key: facts.messages, value: messages.length },
          { key: facts.last, value: firstWords(messages.at(-1)?.body ?? '') },
        ]}
      />
    </>
  );
}
