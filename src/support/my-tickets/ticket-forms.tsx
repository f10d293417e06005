import { Button, Form, fieldOf, Heading, LinkButton, Paragraph, Radios, TextArea } from '../../ui/index.ts';
import { askAddress, askAgainAddress, leaveTicketAddress, ticketAddress } from '../addresses.ts';
import { AttachmentsField } from '../attachments/attachments-field.tsx';
import { isOwnTicket, mayRate, mayReply, maySolve } from './answer-ticket.ts';
import { longestMessage, longestRatingWords } from './ticket.form.ts';
import type { TicketPartProps } from './ticket.page.tsx';
import type { TicketWords } from './ticket.words.ts';
import { Unsent } from './unsent.page.tsx';

/** A reply, which opens again what was solved; or where to ask when nothing can be written here. */
export const Answer = ({ shown, form, files, takesReplies, settings, words }: TicketPartProps) => {
  const { ticket, mergedInto } = shown;
  // The page leads to the other ticket, which is where it goes on.
  if (mergedInto && !form.values.message) return null;
  if (!mayReply(shown) || !takesReplies)
    return (
      <>
        <Paragraph>{takesReplies ? words.follower : words.closed}</Paragraph>
        {form.values.message ? <Unsent message={form.values.message} words={words} /> : null}
        <LinkButton
          variant="secondary"
          href={
            takesReplies
              ? askAddress(ticket.subjectKey)
              : askAgainAddress(ticket.subjectKey, ticket.reference)
          }
        >
          {words.askAgain}
        </LinkButton>
      </>
    );
  const isSolved = ticket.state === 'solved';
  return (
    <>
      <Heading level={2}>{isSolved ? words.reply.reopenTitle : words.reply.title}</Heading>
      {isSolved ? <Paragraph>{words.reply.reopen}</Paragraph> : null}
      <Form action={ticketAddress(ticket.reference)} multipart>
        <TextArea
          {...fieldOf(form, 'message')}
          label={words.reply.label}
          hint={words.reply.hint}
          maximum={longestMessage}
        />
        <AttachmentsField form={form} files={files} limits={settings.tickets.attachments} />
        <Button>{words.reply.button}</Button>
      </Form>
    </>
  );
};

export const Solve = ({ shown, words: { solve } }: TicketPartProps) => {
  const { ticket } = shown;
  if (!isOwnTicket(shown) || !maySolve(ticket)) return null;
  return (
    <>
      <Heading level={2}>{solve.title}</Heading>
      <Paragraph>{solve.what}</Paragraph>
      <Form action={ticketAddress(ticket.reference, 'solved')}>
        <Button variant="secondary">{solve.button}</Button>
      </Form>
    </>
  );
};

export const Rate = ({ shown, ratingForm, words: { rate, rated } }: TicketPartProps) => {
  const { ticket } = shown;
  if (!isOwnTicket(shown)) return null;
  if (ticket.rating) return <Paragraph>{rated[ticket.rating]}</Paragraph>;
  if (!mayRate(ticket)) return null;
  return (
    <>
      <Heading level={2}>{rate.title}</Heading>
      <Form action={ticketAddress(ticket.reference, 'rating')}>
        <Radios
          {...fieldOf(ratingForm, 'rating')}
          label={rate.label}
          options={(['good', 'bad'] as const).map((value) => ({ value, label: rate[value] }))}
        />
        <TextArea
          {...fieldOf(ratingForm, 'words')}
          label={rate.words}
          maximum={longestRatingWords}
          rows={3}
        />
        <Button variant="secondary">{rate.button}</Button>
      </Form>
    </>
  );
};

export const Leave = ({ words }: { words: TicketWords }) => (
  <>
    <Paragraph>{words.leaveWhat}</Paragraph>
    <Form action={leaveTicketAddress}>
      <Button variant="secondary">{words.leave}</Button>
    </Form>
  </>
);
