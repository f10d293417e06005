import type { Duration } from '../../kernel/duration.ts';
import {
  Button,
  CodeInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import {
  documentsAddress,
  openTicketAddress,
  openTicketAgainAddress,
  ticketAddress,
  ticketLogInAddress,
} from '../addresses.ts';
import type { OpenLinkWords } from './open-link.words.ts';

/** Looking at it changes nothing; its button opens the ticket. */
export const openLinkPage = (
  { link, reference, lasts }: { link: string; reference: string; lasts: Duration },
  { open }: OpenLinkWords,
): Page => ({
  title: open.title,
  body: (
    <>
      <Heading>{open.title}</Heading>
      <Paragraph>{open.what(reference)}</Paragraph>
      <Paragraph>{open.lasts(lasts)}</Paragraph>
      <Form action={openTicketAddress}>
        <input type="hidden" name="link" value={link} />
        <Button>{open.button}</Button>
      </Form>
    </>
  ),
});

export const pastOpenLinkPage = ({ link }: { link: string }, { past }: OpenLinkWords): Page => ({
  title: past.title,
  body: (
    <>
      <Heading>{past.title}</Heading>
      <Paragraph>{past.what}</Paragraph>
      <Form action={openTicketAgainAddress}>
        <input type="hidden" name="link" value={link} />
        <Button>{past.button}</Button>
      </Form>
      <Paragraph>
        <a href={ticketLogInAddress}>{past.logIn}</a>
      </Paragraph>
    </>
  ),
});

export const closedTicketPage = ({ closed }: OpenLinkWords): Page => ({
  title: closed.title,
  body: (
    <>
      <Heading>{closed.title}</Heading>
      <Paragraph>{closed.what}</Paragraph>
      <LinkButton href={ticketLogInAddress}>{closed.button}</LinkButton>
    </>
  ),
});

export const sentAgainPage = ({ again }: OpenLinkWords): Page => ({
  title: again.title,
  body: (
    <>
      <Heading>{again.title}</Heading>
      <Paragraph>{again.what}</Paragraph>
      <Paragraph>
        <a href={ticketLogInAddress}>{again.logIn}</a>
      </Paragraph>
    </>
  ),
});

interface DocumentsProps {
  reference: string;
  isSent: boolean;
  form: FormState;
}

export const documentsPage = (
  { reference, isSent, form }: DocumentsProps,
  { documents: words }: OpenLinkWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: ticketAddress(reference) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{isSent ? words.sent : words.what}</Paragraph>
      {isSent ? <CodeForm reference={reference} form={form} words={words} /> : null}
      <Form action={documentsAddress(reference)}>
        <Button variant={isSent ? 'secondary' : 'primary'} name="send" value="yes">
          {isSent ? words.again : words.send}
        </Button>
      </Form>
    </>
  ),
});

const CodeForm = ({
  reference,
  form,
  words,
}: Pick<DocumentsProps, 'reference' | 'form'> & { words: OpenLinkWords['documents'] }) => (
  <Form action={documentsAddress(reference)}>
    <CodeInput {...fieldOf(form, 'code')} label={words.code} hint={words.codeHint} />
    <Button>{words.button}</Button>
  </Form>
);
