import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  TextArea,
  TypedLines,
} from '../../../ui/index.ts';
import type { ServiceNotice } from '../../notices/notice.ts';
import { Typed } from './notice-form.page.tsx';
import { noticeAddress } from './notices.addresses.ts';
import { longestAnswer } from './notices.form.ts';
import type { NoticesWords } from './notices.words.ts';

interface AnswerProps {
  notice: ServiceNotice;
  /** How many tickets it would go to now. */
  open: number;
  /** The answer's own id: sent twice, it is the same answer. */
  answerId: string;
}

export const answerLinkedPage = (
  { notice, open, answerId, form }: AnswerProps & { form: FormState },
  words: NoticesWords,
): Page => ({
  title: words.answer.title,
  hasErrors: form.errors.length > 0,
  back: { href: noticeAddress(notice.id), label: notice.title },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={notice.title}>{words.answer.title}</Heading>
      <Paragraph>{open > 0 ? words.answer.about(open) : words.answer.none}</Paragraph>
      <Form action={noticeAddress(notice.id, 'answer')}>
        <input type="hidden" name="answerId" value={answerId} />
        <TextArea
          {...fieldOf(form, 'body')}
          label={words.answer.body}
          hint={words.answer.bodyHint}
          rows={10}
          maximum={longestAnswer}
        />
        <Checkboxes {...fieldOf(form, 'after')} label={words.answer.after} options={afterOptions(words)} />
        <Button>{words.answer.preview}</Button>
      </Form>
    </>
  ),
});

const afterOptions = ({ answer }: NoticesWords) => [
  { value: 'solves', label: answer.solves },
  { value: 'ends', label: answer.ends },
];

interface CheckAnswerProps extends AnswerProps {
  typed: Readonly<Record<string, string>>;
  body: string;
  after: readonly string[];
}

export const checkAnswerPage = (props: CheckAnswerProps, words: NoticesWords): Page => ({
  title: words.answer.checkTitle,
  back: { href: noticeAddress(props.notice.id), label: props.notice.title },
  body: (
    <>
      <Heading caption={props.notice.title}>{words.answer.checkTitle}</Heading>
      <Paragraph>{words.answer.about(props.open)}</Paragraph>
      <InsetText>
        <TypedLines>{props.body}</TypedLines>
      </InsetText>
      {afterOptions(words)
        .filter(({ value }) => props.after.includes(value))
        .map(({ value, label }) => (
          <Paragraph key={value}>{label}.</Paragraph>
        ))}
      <Form action={noticeAddress(props.notice.id, 'answer')}>
        <Typed values={props.typed} />
        <ButtonGroup>
          <Button name="step" value="confirmed">
            {words.answer.send(props.open)}
          </Button>
          <Button variant="secondary" name="step" value="edit">
            {words.answer.edit}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  ),
});
