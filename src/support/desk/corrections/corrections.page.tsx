import type { Correction } from '../../../identity/index.ts';
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
  SummaryList,
  TextArea,
} from '../../../ui/index.ts';
import { correctionAddress, personAddress, tasksAddress } from '../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { longestAnswer } from './corrections.form.ts';
import type { CorrectionsWords } from './corrections.words.ts';

interface CorrectionProps {
  correction: Correction;
  form: FormState;
  notice: Notice | undefined;
  timeZone: string;
}

export const correctionPage = (props: CorrectionProps, words: CorrectionsWords, desk: DeskWords): Page => ({
  title: words.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: tasksAddress, label: words.back },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.title}</Heading>
      <SummaryList
        rows={[
          {
            key: words.person,
            value: <a href={personAddress(props.correction.accountId)}>{props.correction.fullName}</a>,
          },
          { key: words.asked, value: desk.moment(props.correction.askedAt, props.timeZone) },
        ]}
      />
      {props.correction.text === undefined ? (
        <Paragraph>{words.erased}</Paragraph>
      ) : (
        <Answer {...props} text={props.correction.text} words={words} />
      )}
    </>
  ),
});

const Answer = ({
  correction,
  form,
  text,
  words,
}: CorrectionProps & { text: string; words: CorrectionsWords }) => (
  <>
    <Heading level={2}>{words.text}</Heading>
    <InsetText>
      {text.split(/\n+/).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </InsetText>
    <Paragraph>{words.law}</Paragraph>
    <Form action={correctionAddress(correction.id)}>
      <TextArea {...fieldOf(form, 'answer')} label={words.answer} hint={words.hint} maximum={longestAnswer} />
      <Button>{words.send}</Button>
    </Form>
  </>
);
