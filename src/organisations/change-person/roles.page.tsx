import { Button, InsetText, type Page, Paragraph } from '../../ui/index.ts';
import { type PersonStepProps, personStepPage } from '../members/person-step.page.tsx';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import type { ChangePersonWords } from './change-person.words.ts';

interface RolesPageProps extends PersonStepProps {
  choices: readonly RoleChoice[];
  isOwn: boolean;
}

export function rolesPage(
  { choices, isOwn, ...props }: RolesPageProps,
  { roles, cancel }: ChangePersonWords,
): Page {
  const { form, person } = props;
  const before = isOwn ? <InsetText>{<p>{roles.own}</p>}</InsetText> : null;
  const inside = (
    <>
      <input type="hidden" name="basis" value={form.values.basis ?? ''} />
      <RoleChoices form={form} choices={choices} />
      <Paragraph>{roles.effect}</Paragraph>
      <Button>{roles.save}</Button>
    </>
  );
  const { title } = roles;
  const caption = person.member.fullName;
  return personStepPage({ ...props, step: 'roles', title, caption, before, inside, cancel });
}
