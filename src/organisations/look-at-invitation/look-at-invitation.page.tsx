import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
  SummaryList,
  TextArea,
} from '../../ui/index.ts';
import { unknownInvitationAddress } from '../addresses.ts';
import type { UnknownInvitation } from './look-at-invitation.store.ts';
import type { LookAtInvitationWords } from './look-at-invitation.words.ts';

interface Props {
  invitation: UnknownInvitation;
  roles: readonly string[];
  form: FormState;
  timeZone: string;
}

export const lookAtInvitationPage = (props: Props, words: LookAtInvitationWords): Page => {
  const { invitation, form } = props;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: '/desk/tasks', label: words.back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={words.caption(invitation.organisation, invitation.code)}>{words.title}</Heading>
        <Paragraph>{words.lead}</Paragraph>
        <SummaryList rows={rowsOf(props, words)} />
        {invitation.doneAt ? <Done {...props} words={words} /> : <Finish {...props} words={words} />}
      </>
    ),
  };
};

function rowsOf({ invitation, roles, timeZone }: Props, { rows, ...words }: LookAtInvitationWords) {
  const { invitedBy, inviter } = invitation;
  return [
    { key: rows.name, value: invitation.fullName },
    { key: rows.email, value: invitation.email },
    { key: rows.roles, value: <List items={roles} /> },
    {
      key: rows.invitedBy,
      value: invitedBy ? <a href={`/desk/people/${invitedBy}`}>{inviter}</a> : words.gone,
    },
    { key: rows.invitedAt, value: words.moment(invitation.invitedAt, timeZone) },
    { key: rows.refusedAt, value: words.moment(invitation.refusedAt, timeZone) },
    { key: rows.others, value: `${invitation.others}` },
  ];
}

type Parts = Props & { words: LookAtInvitationWords };

const Done = ({ invitation: { doneBy, doneAt }, timeZone, words }: Parts) => (
  <InsetText>
    <Paragraph>
      {words.done(doneBy ?? words.doneBySomebody, doneAt ? words.moment(doneAt, timeZone) : '')}
    </Paragraph>
  </InsetText>
);

const Finish = ({ invitation, form, words }: Parts) => (
  <>
    <Heading level={2}>{words.checks}</Heading>
    <List items={words.checkList} />
    <Form action={unknownInvitationAddress(invitation.memberId)}>
      <TextArea {...fieldOf(form, 'reason')} label={words.found} hint={words.foundHint} />
      <Button>{words.finish}</Button>
    </Form>
  </>
);
