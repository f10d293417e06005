import { Button, DateInput, type Page, Paragraph } from '../../ui/index.ts';
import { type PersonStepProps, personStepPage } from '../members/person-step.page.tsx';
import type { LeaveWords } from './leave.words.ts';

export function leavePage(props: PersonStepProps, { leave, cancel }: LeaveWords): Page {
  const { here, member } = props.person;
  const title = leave.title(member.fullName);
  const before = <Paragraph>{leave.effect(here.practice.name)}</Paragraph>;
  const inside = (
    <>
      <DateInput form={props.form} name="returnsOn" label={leave.returnsOn} hint={leave.returnsOnHint} />
      <Button>{leave.button}</Button>
    </>
  );
  return personStepPage({ ...props, step: 'leave', title, before, inside, cancel });
}

export function backPage(props: PersonStepProps, { back, cancel }: LeaveWords): Page {
  const { member } = props.person;
  const title = back.title(member.fullName);
  const before = (
    <>
      {member.returnsOn ? <Paragraph>{back.expected(member.returnsOn)}</Paragraph> : null}
      <Paragraph>{back.effect}</Paragraph>
    </>
  );
  const inside = <Button>{back.button}</Button>;
  return personStepPage({ ...props, step: 'return', title, before, inside, cancel });
}
