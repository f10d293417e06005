import type { ReactNode } from 'react';
import type { Duration } from '../../kernel/duration.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Paragraph,
  Radios,
  TextArea,
} from '../../ui/index.ts';
import { newUserAddress, type UserStep, userAddress } from '../addresses.ts';
import { removalReasons } from '../members/member.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import type { RemovePersonWords } from './remove-person.words.ts';

interface StepProps {
  person: PersonHere;
  form: FormState;
}

interface FrameProps extends StepProps {
  title: string;
  step: UserStep;
  before: ReactNode;
  inside: ReactNode;
  after?: ReactNode;
}

/** The page of one step about one person: what it does, the form, and the way back. */
function stepPage(
  { person: { here, member }, form, title, step, ...parts }: FrameProps,
  cancel: string,
): Page {
  const back = userAddress(here.organisation.code, member.id);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        {parts.before}
        <Form action={userAddress(here.organisation.code, member.id, step)}>{parts.inside}</Form>
        {parts.after}
        <Paragraph>
          <a href={back}>{cancel}</a>
        </Paragraph>
      </>
    ),
  };
}

export function removePage(
  { undoLife, ...props }: StepProps & { undoLife: Duration },
  { remove, cancel }: RemovePersonWords,
): Page {
  const { person, form } = props;
  const title = remove.title(person.member.fullName);
  const before = (
    <>
      <List items={remove.effect(person.here.practice.name)} />
      <Paragraph>{remove.undo(undoLife)}</Paragraph>
    </>
  );
  const options = removalReasons.map((value) => ({
    value,
    label: remove.reasons[value],
    ...(value === 'security' && { hint: remove.securityHint }),
  }));
  const inside = (
    <>
      <Radios {...fieldOf(form, 'because')} label={remove.because} options={options} />
      <TextArea
        {...fieldOf(form, 'note')}
        label={remove.note}
        hint={remove.noteHint}
        rows={3}
        maximum={500}
      />
      <Button variant="warning">{remove.button}</Button>
    </>
  );
  return stepPage({ ...props, title, step: 'remove', before, inside }, cancel);
}

export function undoPage(
  { timeZone, ...props }: StepProps & { timeZone: string },
  { undo, cancel }: RemovePersonWords,
): Page {
  const { ended, fullName } = props.person.member;
  const before = (
    <>
      <Paragraph>{undo.what}</Paragraph>
      {ended?.undoUntil ? <Paragraph>{undo.until(ended.undoUntil, timeZone)}</Paragraph> : null}
    </>
  );
  const title = undo.title(fullName);
  return stepPage({ ...props, title, step: 'undo', before, inside: <Button>{undo.button}</Button> }, cancel);
}

export function restorePage(
  { choices, ...props }: StepProps & { choices: readonly RoleChoice[] },
  { restore, cancel }: RemovePersonWords,
): Page {
  const { person, form } = props;
  const before = <Paragraph>{restore.what}</Paragraph>;
  const inside = (
    <>
      <RoleChoices form={form} choices={choices} />
      <Button>{restore.button}</Button>
    </>
  );
  const after = (
    <Paragraph>
      <a href={newUserAddress(person.here.organisation.code)}>{restore.invite}</a>
    </Paragraph>
  );
  const title = restore.title(person.member.fullName);
  return stepPage({ ...props, title, step: 'restore', before, inside, after }, cancel);
}
