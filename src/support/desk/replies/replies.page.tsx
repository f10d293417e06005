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
  Select,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskRepliesAddress, deskTicketsAddress } from '../../addresses.ts';
import type { CannedReply } from '../canned-replies/canned-reply.store.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { RepliesWords } from './replies.words.ts';

interface RepliesProps {
  replies: readonly CannedReply[];
  mayWrite: boolean;
  timeZone: string;
  notice: Notice | undefined;
}

export const repliesPage = (props: RepliesProps, words: RepliesWords): Page => ({
  title: words.title,
  back: { href: deskTicketsAddress, label: words.tickets },
  body: (
    <>
      <OutcomeNotice notice={props.notice} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      {props.mayWrite ? <LinkButton href={`${deskRepliesAddress}/new`}>{words.add}</LinkButton> : null}
      {props.replies.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Replies {...props} words={words} />
      )}
    </>
  ),
});

function Replies({ replies, mayWrite, timeZone, words }: RepliesProps & { words: RepliesWords }) {
  const { columns } = words;
  const headings = [columns.title, columns.team, columns.changed, ...(mayWrite ? [columns.change] : [])];
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={headings.map((heading) => ({ heading }))}
      rows={replies.map((reply) => [
        reply.title,
        reply.team ?? words.everybody,
        words.day(reply.changedAt, timeZone),
        ...(mayWrite
          ? [
              <a key="change" href={`${deskRepliesAddress}/${reply.id}`}>
                {words.change}
                <span className="nhsuk-u-visually-hidden"> {words.changeOf(reply.title)}</span>
              </a>,
            ]
          : []),
      ])}
    />
  );
}

interface ReplyProps {
  /** Nothing for a new one. */
  id: string | undefined;
  form: FormState;
  teams: readonly { id: string; name: string }[];
}

export const replyPage = ({ id, form, teams }: ReplyProps, words: RepliesWords): Page => ({
  title: id ? words.form.change : words.form.add,
  hasErrors: form.errors.length > 0,
  back: { href: deskRepliesAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{id ? words.form.change : words.form.add}</Heading>
      <Form action={`${deskRepliesAddress}/${id ?? 'new'}`}>
        <TextInput
          {...fieldOf(form, 'title')}
          label={words.form.title}
          hint={words.form.titleHint}
          autoComplete="off"
        />
        <TextArea
          {...fieldOf(form, 'body')}
          label={words.form.body}
          hint={words.form.bodyHint}
          rows={10}
          maximum={10_000}
        />
        <Select
          {...fieldOf(form, 'team')}
          label={words.form.team}
          options={[
            { value: '', label: words.everybody },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
        <Button>{words.form.save}</Button>
      </Form>
      {id ? (
        <Form action={`${deskRepliesAddress}/${id}/remove`}>
          <Button variant="warning">{words.form.end}</Button>
        </Form>
      ) : null}
    </>
  ),
});
