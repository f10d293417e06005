import {
  Button,
  CodeInput,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { myInvitationsAddress } from '../addresses.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import { invitationCodeAddress } from './invitation-addresses.ts';

/** For who cannot follow the link of the email. */
export const invitationCodePage = (form: FormState, { code }: AcceptInvitationWords): Page => ({
  title: code.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{code.title}</Heading>
      <Paragraph>{code.lead}</Paragraph>
      <Form action={invitationCodeAddress}>
        <EmailInput {...fieldOf(form, 'email')} label={code.email} autoComplete="email" />
        <CodeInput {...fieldOf(form, 'code')} label={code.code} hint={code.codeHint} />
        <Button>{code.continue}</Button>
      </Form>
      <Paragraph>
        {code.loggedIn} <a href={myInvitationsAddress}>{code.mine}</a>
      </Paragraph>
    </>
  ),
});
