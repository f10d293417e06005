import { Button, ErrorSummary, Form, type FormState, Heading, type Page, Paragraph } from '../../ui/index.ts';
import { ticketsAddress } from '../account-navigation.ts';
import { ticketAccountAddress, ticketPasswordAddress, ticketPasswordRemovalAddress } from '../addresses.ts';
import { NewPassword } from '../passwords/new-password.tsx';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { TicketPasswordWords } from './ticket-password.words.ts';

interface Props {
  form: FormState;
  email: string;
  hasPassword: boolean;
  /** Just registered: the way on without one stands here too. */
  isNew: boolean;
  /** Where they wanted to go, if anywhere but to their tickets. */
  next: string | undefined;
  rules: PasswordRules;
}

export function ticketPasswordPage(
  props: Props,
  words: TicketPasswordWords,
  passwords: (typeof passwordWords)['en'],
): Page {
  const { form, email, hasPassword, isNew, next, rules } = props;
  const title = hasPassword ? words.changeTitle : words.title;
  return {
    title,
    hasErrors: form.errors.length > 0,
    ...(!isNew && { back: { href: ticketAccountAddress } }),
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        {hasPassword ? null : <Paragraph>{words.optional}</Paragraph>}
        <Paragraph>{words.separate}</Paragraph>
        <Form action={ticketPasswordAddress}>
          {isNew ? <input type="hidden" name="new" value="yes" /> : null}
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <NewPassword username={email} form={form} label={words.label} rules={rules} words={passwords} />
          <Button>{words.save}</Button>
        </Form>
        {isNew ? (
          <Paragraph>
            <a href={next ?? ticketsAddress}>{words.skip}</a>
          </Paragraph>
        ) : null}
        {hasPassword ? <Remove words={words.remove} /> : null}
      </>
    ),
  };
}

const Remove = ({ words }: { words: TicketPasswordWords['remove'] }) => (
  <>
    <Heading level={2}>{words.title}</Heading>
    <Paragraph>{words.what}</Paragraph>
    <Form action={ticketPasswordRemovalAddress}>
      <Button variant="secondary">{words.button}</Button>
    </Form>
  </>
);
