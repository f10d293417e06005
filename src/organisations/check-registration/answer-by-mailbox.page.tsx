import { Button, Form, Heading, type Page, Paragraph } from '../../ui/index.ts';
import { mailboxAnswerAddress } from '../addresses.ts';
import type { AnswerByMailboxWords } from './answer-by-mailbox.words.ts';
import type { Registration } from './registration.ts';

export const mailboxAnswerPage = (
  { registration, secret }: { registration: Registration; secret: string },
  words: AnswerByMailboxWords,
): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.text(registration.practice.name, registration.fullName)}</Paragraph>
      <Paragraph>{words.email(registration.email.typed)}</Paragraph>
      <Paragraph>{words.only}</Paragraph>
      <Form action={mailboxAnswerAddress}>
        <input type="hidden" name="link" value={secret} />
        <Button>{words.confirm}</Button>
      </Form>
    </>
  ),
});
