import type { Duration } from '../../kernel/duration.ts';
import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Panel,
  Paragraph,
  SummaryList,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { longestNote } from './ask-for-access.form.ts';
import type { OwnDetails } from './ask-for-access.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

interface AskForAccessProps {
  organisation: Organisation;
  form: FormState;
  /** Of who is logged in: shown, and not to be changed here. */
  own: OwnDetails | undefined;
}

export const askForAccessPage = (
  { organisation, form, own }: AskForAccessProps,
  words: AskForAccessWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: stepAddress(organisation.code) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={words.caption(organisation.name)}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      {own ? <Own own={own} words={words} /> : null}
      <Form action={stepAddress(organisation.code, 'access')}>
        {own ? null : <WhoAsks form={form} words={words} />}
        <TextArea
          {...fieldOf(form, 'note')}
          label={words.note}
          hint={words.noteHint}
          rows={3}
          maximum={longestNote}
        />
        <Button>{words.send}</Button>
      </Form>
    </>
  ),
});

const Own = ({ own, words }: { own: OwnDetails; words: AskForAccessWords }) => (
  <>
    <SummaryList
      rows={[
        { key: words.own.name, value: own.fullName },
        { key: words.own.email, value: own.email },
      ]}
    />
    <Paragraph>
      <a href="/account/details">{words.own.wrong}</a> {words.own.where}
    </Paragraph>
  </>
);

const WhoAsks = ({ form, words }: { form: FormState; words: AskForAccessWords }) => (
  <>
    <TextInput
      {...fieldOf(form, 'fullName')}
      label={words.fullName}
      autoComplete="name"
      width={30}
      spellCheck={false}
    />
    <EmailInput {...fieldOf(form, 'email')} label={words.email} hint={words.emailHint} autoComplete="email" />
  </>
);

export const accessAskedPage = (
  { name }: Organisation,
  life: Duration,
  { sent }: AskForAccessWords,
): Page => ({
  title: sent.title,
  body: (
    <>
      <Panel title={sent.title}>{sent.text(name)}</Panel>
      <Heading level={2}>{sent.next}</Heading>
      <List items={sent.steps(life)} kind="number" />
      <Paragraph>{sent.slow}</Paragraph>
      <Paragraph>
        <a href="/contact">{sent.contact}</a>
      </Paragraph>
    </>
  ),
});

export const alreadyMemberPage = ({ name }: Organisation, { member }: AskForAccessWords): Page => ({
  title: member.title,
  body: (
    <>
      <Heading>{member.title}</Heading>
      <Paragraph>{member.text(name)}</Paragraph>
      <Paragraph>{member.more}</Paragraph>
      <Paragraph>
        <a href="/account/access">{member.access}</a>
      </Paragraph>
    </>
  ),
});
