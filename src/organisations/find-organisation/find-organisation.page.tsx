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
  TextInput,
} from '../../ui/index.ts';
import { registerAddress } from '../addresses.ts';
import type { FindOrganisationWords } from './find-organisation.words.ts';

type Words = FindOrganisationWords;

export const findPage = (form: FormState, words: Words): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.hereAlready}</Paragraph>
      <Heading level={2}>{words.youNeed}</Heading>
      <List items={words.needs} />
      <Paragraph>{words.howLong}</Paragraph>
      <FindForm form={form} words={words} />
    </>
  ),
});

/** The same search, for who came to ask for access and not to register. */
export const findToAskPage = (form: FormState, words: Words): Page => ({
  title: words.toAsk.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.toAsk.title}</Heading>
      <Paragraph lead>{words.toAsk.lead}</Paragraph>
      <Paragraph>{words.toAsk.notHere}</Paragraph>
      <FindForm form={form} words={words} toAsk />
    </>
  ),
});

export const notOpenPage = (words: Words): Page => ({
  title: words.notOpen.title,
  body: (
    <>
      <Heading>{words.notOpen.title}</Heading>
      <Paragraph>{words.notOpen.text}</Paragraph>
      <Paragraph>
        <a href="/contact">{words.contact}</a>
      </Paragraph>
    </>
  ),
});

/** A search, not a change: it is asked by GET, so that its result can be kept and gone back to. */
export const FindForm = ({ form, words, toAsk }: { form: FormState; words: Words; toAsk?: boolean }) => (
  <Form action={registerAddress} method="get">
    {toAsk ? <input type="hidden" name="to" value="ask" /> : null}
    <TextInput
      {...fieldOf(form, 'find')}
      label={words.findLabel}
      hint={words.findHint}
      width={30}
      spellCheck={false}
    />
    <Button>{words.findButton}</Button>
  </Form>
);
