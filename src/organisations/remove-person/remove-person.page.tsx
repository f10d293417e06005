import type { Duration } from '../../kernel/duration.ts';
import { Button, fieldOf, List, type Page, Paragraph, Radios, TextArea } from '../../ui/index.ts';
import { newUserAddress } from '../addresses.ts';
import { removalReasons } from '../members/member.ts';
import { type PersonStepProps, personStepPage } from '../members/person-step.page.tsx';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import type { RemovePersonWords } from './remove-person.words.ts';

export function removePage(
  { undoLife, ...props }: PersonStepProps & { undoLife: Duration },
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
  return personStepPage({ ...props, title, step: 'remove', before, inside, cancel });
}

export function undoPage(
  { timeZone, ...props }: PersonStepProps & { timeZone: string },
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
  const inside = <Button>{undo.button}</Button>;
  return personStepPage({ ...props, title, step: 'undo', before, inside, cancel });
}

export function restorePage(
  { choices, ...props }: PersonStepProps & { choices: readonly RoleChoice[] },
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
  return personStepPage({ ...props, title, step: 'restore', before, inside, after, cancel });
}
