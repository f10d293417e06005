import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  TextArea,
} from '../../ui/index.ts';
import { askAgainAddress, ticketAddress, ticketLogInAddress } from '../addresses.ts';
import { AttachmentsField } from '../attachments/attachments-field.tsx';
import type { FormFiles } from '../attachments/form-files.ts';
import { longestMessage } from './ticket.form.ts';
import type { TicketWords } from './ticket.words.ts';

interface UnsentProps {
  reference: string;
  subjectKey: string;
  isClosed: boolean;
  form: FormState;
  files: FormFiles;
  settings: Settings;
}

/** For whoever came by a link, and whose visit or ticket ended while they wrote: what they wrote, and the way on. */
export const unsentPage = (props: UnsentProps, words: TicketWords): Page => ({
  title: words.unsent.title,
  hasErrors: true,
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.unsent.title}</Heading>
      {props.isClosed ? <OfClosed {...props} words={words} /> : <OfPast {...props} words={words} />}
    </>
  ),
});

type Part = UnsentProps & { words: TicketWords };

const OfClosed = ({ reference, subjectKey, form, words }: Part) => (
  <>
    <Unsent message={form.values.message ?? ''} words={words} />
    <LinkButton variant="secondary" href={askAgainAddress(subjectKey, reference)}>
      {words.askAgain}
    </LinkButton>
  </>
);

/** What can be sent nowhere any more, to be copied. */
export const Unsent = ({ message, words: { unsent } }: { message: string; words: TicketWords }) => (
  <TextArea name="message" value={message} label={unsent.label} hint={unsent.copy} rows={8} />
);

/** The form of the ticket: sent again, it goes as soon as the ticket is open in this browser again. */
const OfPast = ({ reference, form, files, settings, words }: Part) => (
  <>
    <Paragraph>{words.unsent.openAgain}</Paragraph>
    <Paragraph>
      <a href={ticketLogInAddress} target="_blank" rel="noopener">
        {words.unsent.logIn}
      </a>
    </Paragraph>
    <Form action={ticketAddress(reference)} multipart>
      <TextArea {...fieldOf(form, 'message')} label={words.reply.label} maximum={longestMessage} />
      <AttachmentsField form={form} files={files} limits={settings.tickets.attachments} />
      <Button>{words.reply.button}</Button>
    </Form>
  </>
);
