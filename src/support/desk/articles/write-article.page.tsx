import type { ReactNode } from 'react';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  type Page,
  Paragraph,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskArticlesAddress } from '../../addresses.ts';
import { type Category, longest } from '../../articles/article.ts';
import { MarkdownText } from '../../articles/markdown-text.tsx';
import { deskArticleAddress, newArticleAddress, newCategoryAddress } from './article-addresses.ts';
import { bodyOf } from './write-article.form.ts';
import type { WriteArticleWords } from './write-article.words.ts';

export interface WriteProps {
  /** Nothing of a new article. */
  id?: string;
  form: FormState;
  categories: readonly Category[];
  /** Whether the text is shown as readers will see it. */
  isPreview?: boolean;
  /** What to know about the article before writing. */
  hint?: 'draftWaits' | 'isArchived' | undefined;
  /** What a colleague changed while this was written. */
  meanwhile?: ReactNode;
}

export const writeArticlePage = (props: WriteProps, words: WriteArticleWords): Page => {
  const title = props.id ? words.title : words.newTitle;
  return {
    title,
    hasErrors: props.form.errors.length > 0,
    back: props.id
      ? { href: deskArticleAddress(props.id), label: words.backToArticle }
      : { href: deskArticlesAddress, label: words.back },
    body: (
      <>
        <ErrorSummary errors={props.form.errors} />
        {props.isPreview ? <Preview form={props.form} words={words} /> : null}
        <Heading>{title}</Heading>
        {props.hint ? <InsetText>{words[props.hint]}</InsetText> : null}
        {props.meanwhile}
        {props.categories.length > 0 ? (
          <WriteForm {...props} words={words} />
        ) : (
          <>
            <Paragraph>{words.noCategory.text}</Paragraph>
            <LinkButton href={newCategoryAddress}>{words.noCategory.add}</LinkButton>
          </>
        )}
      </>
    ),
  };
};

/** In the frame of a page of its own, so that nobody takes its headings for the desk's. */
const Preview = ({ form, words }: { form: FormState; words: WriteArticleWords }) => {
  const body = bodyOf(form.values.body ?? '').slice(0, longest.body);
  return (
    <section className="gh-preview" aria-label={words.previewTitle}>
      <p className="nhsuk-heading-l">{form.values.title || words.previewTitle}</p>
      {form.values.summary ? <Paragraph lead>{form.values.summary}</Paragraph> : null}
      {body ? <MarkdownText markdown={body} /> : <Paragraph>{words.previewEmpty}</Paragraph>}
      <Paragraph small>{words.previewEnd}</Paragraph>
    </section>
  );
};

const WriteForm = ({ id, form, categories, words }: WriteProps & { words: WriteArticleWords }) => (
  <Form action={id ? deskArticleAddress(id, 'edit') : newArticleAddress}>
    <input type="hidden" name="basedOn" value={form.values.basedOn ?? ''} />
    <TextInput {...fieldOf(form, 'title')} label={words.fields.title} hint={words.fields.titleHint} />
    <TextArea
      {...fieldOf(form, 'summary')}
      label={words.fields.summary}
      hint={words.fields.summaryHint}
      rows={2}
      maximum={longest.summary}
    />
    <Select
      {...fieldOf(form, 'category')}
      label={words.fields.category}
      options={[
        { value: '', label: '' },
        ...categories.map(({ id: value, title: label }) => ({ value, label })),
      ]}
    />
    <Checkboxes
      {...fieldOf(form, 'question')}
      label={words.fields.isQuestion}
      options={[{ value: 'yes', label: words.fields.isQuestionYes }]}
    />
    <TextInput
      {...fieldOf(form, 'keywords')}
      label={words.fields.keywords}
      hint={words.fields.keywordsHint}
    />
    <TextArea
      {...fieldOf(form, 'body')}
      label={words.fields.body}
      hint={words.fields.bodyHint}
      rows={20}
      maximum={longest.body}
    />
    <TextInput {...fieldOf(form, 'note')} label={words.fields.note} hint={words.fields.noteHint} />
    <ButtonGroup>
      <Button name="do" value="save">
        {words.save}
      </Button>
      <Button name="do" value="preview" variant="secondary">
        {words.preview}
      </Button>
      <Button name="do" value="publish" variant="secondary">
        {words.publish}
      </Button>
    </ButtonGroup>
  </Form>
);
