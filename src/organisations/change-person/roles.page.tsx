import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  InsetText,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import type { ChangePersonWords } from './change-person.words.ts';

interface RolesPageProps {
  person: PersonHere;
  choices: readonly RoleChoice[];
  isOwn: boolean;
  form: FormState;
}

export function rolesPage(
  { person: { here, member }, choices, isOwn, form }: RolesPageProps,
  { roles, cancel }: ChangePersonWords,
): Page {
  const back = userAddress(here.organisation.code, member.id);
  return {
    title: roles.title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={member.fullName}>{roles.title}</Heading>
        {isOwn ? <InsetText>{<p>{roles.own}</p>}</InsetText> : null}
        <Form action={userAddress(here.organisation.code, member.id, 'roles')}>
          <input type="hidden" name="basis" value={form.values.basis ?? ''} />
          <RoleChoices form={form} choices={choices} />
          <Paragraph>{roles.effect}</Paragraph>
          <Button>{roles.save}</Button>
        </Form>
        <Paragraph>
          <a href={back}>{cancel}</a>
        </Paragraph>
      </>
    ),
  };
}
