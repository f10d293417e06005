import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  TextArea,
} from '../../../ui/index.ts';
import { deskTicketAddress, releaseFileAddress } from '../../addresses.ts';
import { type Attachment, reasonOf } from '../../attachments/attachment.ts';
import type { AttachmentsWords } from '../../attachments/attachments.words.ts';
import type { DeskWords } from '../desk.words.ts';
import { longestReason } from '../reason-field.ts';
import type { ReleaseFileWords } from './release-file.words.ts';

interface Props {
  reference: string;
  file: Attachment;
  form: FormState;
}

interface Words {
  attachments: AttachmentsWords;
  desk: DeskWords;
  release: ReleaseFileWords;
}

/** Says what is held and why, and asks why it may go. */
export function releaseFilePage(
  { reference, file, form }: Props,
  { attachments, desk, release }: Words,
): Page {
  const back = deskTicketAddress(reference);
  const because = attachments.list.because[reasonOf(file) ?? ''];
  const isHeld = file.state === 'held';
  return {
    title: release.title(file.name),
    hasErrors: form.errors.length > 0,
    back: { href: back, label: release.ticket(reference) },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={release.ticket(reference)}>{release.title(file.name)}</Heading>
        {isHeld ? (
          <>
            {because ? <Paragraph>{because}</Paragraph> : null}
            <Paragraph>{release.what}</Paragraph>
            <InsetText>
              <p>{release.check}</p>
            </InsetText>
            <Form action={releaseFileAddress(reference, file.id)}>
              <TextArea
                {...fieldOf(form, 'reason')}
                label={desk.reason.label}
                hint={desk.reason.hint}
                maximum={longestReason}
                rows={4}
              />
              <ButtonGroup>
                <Button variant="warning">{release.button}</Button>
                <a href={back}>{desk.cancel}</a>
              </ButtonGroup>
            </Form>
          </>
        ) : (
          <Paragraph>{release.notHeld}</Paragraph>
        )}
      </>
    ),
  };
}
