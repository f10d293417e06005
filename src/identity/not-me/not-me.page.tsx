import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ContactSupport,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { notMeAddress, recoveryAddress } from '../addresses.ts';
import type { NotMeWords } from './not-me.words.ts';

interface AskProps {
  form: FormState;
  link: string;
  name: string;
}

export const notMePage = ({ form, link, name }: AskProps, words: NotMeWords): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.whose(name)}</Paragraph>
      <Paragraph>{words.what}</Paragraph>
      <List items={words.steps} />
      <Form action={notMeAddress}>
        <input type="hidden" name="link" value={link} />
        <Button variant="warning">{words.confirm}</Button>
      </Form>
      <Paragraph>{words.itWasMe}</Paragraph>
    </>
  ),
});

export const securedPage = (settings: Settings, { done }: NotMeWords): Page => ({
  title: done.title,
  body: (
    <>
      <Heading>{done.title}</Heading>
      <Paragraph lead>{done.what}</Paragraph>
      <Paragraph>{done.next}</Paragraph>
      <Paragraph>{done.support}</Paragraph>
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});

interface DeadProps {
  why: 'doneBefore' | 'dead' | 'notActive';
  realm: Realm;
  settings: Settings;
}

export const notMeNotLivePage = ({ why, realm, settings }: DeadProps, words: NotMeWords): Page => ({
  title: words[why].title,
  body: (
    <>
      <Heading>{words[why].title}</Heading>
      <Paragraph>{words[why].what}</Paragraph>
      {why === 'notActive' ? null : (
        <LinkButton href={recoveryAddress(realm)}>{words.choosePassword}</LinkButton>
      )}
      <ContactSupport contact={settings.support} emergency={settings.service.usedByPatients} />
    </>
  ),
});
