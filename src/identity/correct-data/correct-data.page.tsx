import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Panel,
  Paragraph,
  TextArea,
} from '../../ui/index.ts';
import { longestCorrection } from './correct-data.form.ts';
import type { CorrectDataWords } from './correct-data.words.ts';

const dataAddress = '/account/data';
export const correctAddress = '/account/data/correct';

export const correctDataPage = (
  form: FormState,
  { organisations, service }: Pick<Settings, 'organisations' | 'service'>,
  words: CorrectDataWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: dataAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.yourself}</Paragraph>
      <List
        items={[
          <a key="profile" href="/account/profile">
            {words.profile}
          </a>,
          <a key="details" href="/account/details">
            {words.details}
          </a>,
          ...(organisations.registration
            ? [
                <a key="access" href="/account/access">
                  {words.access}
                </a>,
              ]
            : []),
        ]}
      />
      <Paragraph>{words.rest}</Paragraph>
      <Form action={correctAddress}>
        <TextArea
          {...fieldOf(form, 'text')}
          label={words.text}
          hint={service.usedByPatients ? words.hintForPatients : words.hint}
          maximum={longestCorrection}
        />
        <Button>{words.send}</Button>
      </Form>
    </>
  ),
});

export const correctionSentPage = (reference: string, { sent, back }: CorrectDataWords): Page => ({
  title: sent.title,
  body: (
    <>
      <Panel title={sent.title}>{sent.reference(reference)}</Panel>
      <Paragraph>{sent.next}</Paragraph>
      <Paragraph>
        <a href={dataAddress}>{back}</a>
      </Paragraph>
    </>
  ),
});
