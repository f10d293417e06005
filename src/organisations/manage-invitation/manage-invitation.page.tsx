import {
  Button,
  ButtonGroup,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import type { Concern } from '../invitations/concerns.ts';
import { ConcernsCallout } from '../invitations/concerns-callout.tsx';
import { invitationStanding } from '../invitations/invitation-standing.ts';
import type { Member } from '../members/member.ts';
import type { InvitationFacts } from '../members/member-facts.store.ts';
import type { ManageInvitationWords } from './manage-invitation.words.ts';

export interface ManageInvitationProps {
  code: string;
  organisation: string;
  member: Member;
  invitation: InvitationFacts | null;
  form: FormState;
  concerns?: readonly Concern[];
  now: Date;
  timeZone: string;
}

const addressOf = ({ code, member }: ManageInvitationProps) => userAddress(code, member.id, 'invitation');

export const manageInvitationPage = (props: ManageInvitationProps, words: ManageInvitationWords): Page => {
  const { code, member, form, concerns = [] } = props;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: userAddress(code, member.id) },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={words.caption(member.fullName)}>{words.title}</Heading>
        <ConcernsCallout concerns={concerns} email={form.values.email ?? ''} />
        <SummaryList rows={rowsOf(props, words)} />
        <Paragraph>{words.lead}</Paragraph>
        <Form action={addressOf(props)}>
          <input type="hidden" name="seen" value={form.values.seen ?? ''} />
          <EmailInput
            {...fieldOf(form, 'email')}
            label={words.email}
            hint={words.emailHint}
            autoComplete="off"
          />
          <TextInput
            {...fieldOf(form, 'fullName')}
            label={words.fullName}
            autoComplete="off"
            spellCheck={false}
            width={30}
          />
          <Button>{concerns.length > 0 ? words.sendAnyway : words.send}</Button>
        </Form>
        <Paragraph>
          <a href={`${addressOf(props)}?step=cancel`}>{words.cancelLink}</a>
        </Paragraph>
      </>
    ),
  };
};

function rowsOf({ invitation, now, timeZone }: ManageInvitationProps, words: ManageInvitationWords) {
  const { rows } = words;
  const sent = invitation?.sentAt ? words.moment(invitation.sentAt, timeZone) : words.notYet;
  return [
    { key: rows.state, value: words.standing[invitationStanding(invitation, now)] },
    { key: rows.sent, value: sent },
    ...(invitation ? [{ key: rows.until, value: words.moment(invitation.expiresAt, timeZone) }] : []),
  ];
}

/** Asks once more: whoever was invited cannot accept after that. */
export const cancelInvitationPage = (
  props: ManageInvitationProps,
  { cancel, caption }: ManageInvitationWords,
): Page => ({
  title: cancel.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: addressOf(props) },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={caption(props.member.fullName)}>{cancel.title}</Heading>
      <Paragraph>{cancel.sure(props.member.fullName, props.organisation)}</Paragraph>
      <Form action={addressOf(props)}>
        <input type="hidden" name="step" value="cancel" />
        <ButtonGroup>
          <Button variant="warning">{cancel.yes}</Button>
          <a href={addressOf(props)}>{cancel.no}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});

/** There is nothing left to send or cancel. */
export const invitationOverPage = (
  { code, member }: Pick<ManageInvitationProps, 'code' | 'member'>,
  { over, caption }: ManageInvitationWords,
): Page => ({
  title: over.title,
  back: { href: userAddress(code, member.id) },
  body: (
    <>
      <Heading caption={caption(member.fullName)}>{over.title}</Heading>
      <Paragraph>{member.state === 'removed' ? over.removed : over.accepted}</Paragraph>
      <LinkButton href={userAddress(code, member.id)}>{over.user}</LinkButton>
    </>
  ),
});
