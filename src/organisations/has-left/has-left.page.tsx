import type { ReactNode } from 'react';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Panel,
  Paragraph,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { leaversAddress, stepAddress, userAddress, usersAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { Organisation } from '../places/organisation.ts';
import type { HasLeftWords } from './has-left.words.ts';

interface FormPageProps {
  title: string;
  back: string;
  action: string;
  form: FormState;
  before: ReactNode;
  fields: ReactNode;
}

const formPage = ({ title, back, action, form, before, fields }: FormPageProps, cancel: string): Page => ({
  title,
  hasErrors: form.errors.length > 0,
  back: { href: back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{title}</Heading>
      {before}
      <Form action={action}>{fields}</Form>
      <Paragraph>
        <a href={back}>{cancel}</a>
      </Paragraph>
    </>
  ),
});

const NoteField = ({ form, words: { someone } }: { form: FormState; words: HasLeftWords }) => (
  <TextArea {...fieldOf(form, 'note')} label={someone.note} hint={someone.noteHint} rows={3} maximum={500} />
);

const NameField = ({ form, words: { someone } }: { form: FormState; words: HasLeftWords }) => (
  <TextInput {...fieldOf(form, 'leaver')} label={someone.leaver} width={30} spellCheck={false} />
);

export function mePage({ practice, organisation }: Here, form: FormState, words: HasLeftWords): Page {
  const { me } = words;
  const options = [
    { value: 'now', label: me.now, hint: me.nowHint },
    { value: 'later', label: me.later },
  ];
  const fields = (
    <>
      <Radios {...fieldOf(form, 'when')} label={me.when} options={options} />
      <Button variant="warning">{me.send}</Button>
    </>
  );
  const back = leaversAddress(organisation.code);
  const before = <Paragraph>{me.what(practice.name)}</Paragraph>;
  return formPage({ title: me.title, back, action: `${back}/me`, form, before, fields }, words.cancel);
}

export function mineSaidPage(
  outcome: 'said' | 'access-ended' | 'said-only-administrator',
  practice: string,
  { me }: HasLeftWords,
): Page {
  const said = {
    said: [me.said, me.saidText(practice)],
    'access-ended': [me.ended, me.endedText(practice)],
    'said-only-administrator': [me.only, me.onlyText(practice)],
  } as const;
  const [title, text] = said[outcome];
  return {
    title,
    body: (
      <>
        <Panel title={title} />
        <Paragraph>{text}</Paragraph>
        <Paragraph>
          <a href="/account">{me.account}</a>
        </Paragraph>
      </>
    ),
  };
}

export function colleaguePage({ here, member }: PersonHere, form: FormState, words: HasLeftWords): Page {
  const { someone } = words;
  const { code } = here.organisation;
  const fields = (
    <>
      <NoteField form={form} words={words} />
      <Button>{someone.send}</Button>
    </>
  );
  const title = someone.colleague(member.fullName);
  const back = userAddress(code, member.id);
  const target = userAddress(code, member.id, 'has-left');
  const before = <Paragraph>{someone.what(here.practice.name)}</Paragraph>;
  return formPage({ title, back, action: target, form, before, fields }, words.cancel);
}

export function someonePage(
  { here, seesPeople }: { here: Here; seesPeople: boolean },
  form: FormState,
  words: HasLeftWords,
): Page {
  const { someone } = words;
  const { code } = here.organisation;
  const before = (
    <>
      <Paragraph>{someone.what(here.practice.name)}</Paragraph>
      {seesPeople ? (
        <Paragraph>
          {someone.choose} <a href={usersAddress(code)}>{someone.list}</a>
        </Paragraph>
      ) : null}
    </>
  );
  const fields = (
    <>
      <NameField form={form} words={words} />
      <NoteField form={form} words={words} />
      <Button>{someone.send}</Button>
    </>
  );
  const back = leaversAddress(code);
  return formPage(
    { title: someone.title, back, action: `${back}/someone`, form, before, fields },
    words.cancel,
  );
}

export function outsidePage(practice: Organisation, form: FormState, words: HasLeftWords): Page {
  const { someone } = words;
  const fields = (
    <>
      <NameField form={form} words={words} />
      <TextInput {...fieldOf(form, 'saidBy')} label={someone.saidBy} hint={someone.saidByHint} />
      <NoteField form={form} words={words} />
      <Button>{someone.send}</Button>
    </>
  );
  const back = stepAddress(practice.code);
  const before = <Paragraph>{someone.what(practice.name)}</Paragraph>;
  const action = `${back}/left`;
  return formPage({ title: someone.title, back, action, form, before, fields }, words.cancel);
}

export const sentPage = (practice: string, { someone }: HasLeftWords): Page => ({
  title: someone.sent,
  body: (
    <>
      <Panel title={someone.sent} />
      <Paragraph>{someone.sentText(practice)}</Paragraph>
      <Paragraph>
        <a href="/contact">{someone.contact}</a>
      </Paragraph>
    </>
  ),
});
