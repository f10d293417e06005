import type { ReactNode } from 'react';
import { staffRoles } from '../../../identity/index.ts';
import {
  Button,
  ButtonGroup,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Radios,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { staffAddress, staffMemberAddress } from '../addresses.ts';
import { type DeskWords, roleName } from '../desk.words.ts';
import { longestReason } from '../reason-field.ts';
import type { StaffMember } from './staff.store.ts';
import type { StaffWords } from './staff.words.ts';

interface Words {
  desk: DeskWords;
  staff: StaffWords;
}

interface FormPage {
  title: string;
  caption?: string;
  what: readonly string[];
  action: string;
  form: FormState;
  button: string;
  warns?: boolean;
  fields: ReactNode;
}

const formPage = (props: FormPage, { desk, staff }: Words): Page => ({
  title: props.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: staffAddress, label: staff.title },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={props.caption}>{props.title}</Heading>
      {props.what.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      <Form action={props.action}>
        {props.fields}
        <ButtonGroup>
          <Button variant={props.warns ? 'warning' : 'primary'}>{props.button}</Button>
          <a href={staffAddress}>{desk.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});

export const inviteStaffPage = (form: FormState, words: Words): Page => {
  const { invite } = words.staff;
  const { title, what, button } = invite;
  const fields = (
    <>
      <TextInput
        {...fieldOf(form, 'name')}
        label={invite.name}
        width={30}
        spellCheck={false}
        autoComplete="off"
      />
      <EmailInput
        {...fieldOf(form, 'email')}
        label={invite.email}
        hint={invite.emailHint}
        autoComplete="off"
      />
      <RoleField form={form} words={words} />
    </>
  );
  return formPage({ title, what: [what], button, action: `${staffAddress}/add`, form, fields }, words);
};

export function changeRolePage(member: StaffMember, form: FormState, words: Words): Page {
  const { title, button } = words.staff.changeRole;
  const action = staffMemberAddress(member.id, 'role');
  const fields = <RoleField form={form} words={words} />;
  return formPage(
    { title: title(member.name), caption: member.email, what: [], button, action, form, fields },
    words,
  );
}

/** Ending access, or sending a link: both ask why. */
export function reasonPage(step: 'end' | 'resend', member: StaffMember, form: FormState, words: Words): Page {
  const { title, what, button } = words.staff[step];
  const { reason } = words.desk;
  const action = staffMemberAddress(member.id, step);
  const fields = (
    <TextArea
      {...fieldOf(form, 'reason')}
      label={reason.label}
      hint={reason.hint}
      maximum={longestReason}
      rows={4}
    />
  );
  const warns = step === 'end';
  return formPage(
    { title: title(member.name), caption: member.email, what, button, action, form, fields, warns },
    words,
  );
}

const RoleField = ({ form, words }: { form: FormState; words: Words }) => (
  <Radios
    {...fieldOf(form, 'role')}
    label={words.staff.invite.role}
    options={staffRoles.map((value) => ({
      value,
      label: roleName(value, words.desk),
      hint: words.staff.roleHints[value],
    }))}
  />
);
