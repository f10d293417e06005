import {
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskArticleAddress } from './article-addresses.ts';
import type { OneArticleWords } from './one-article.words.ts';
import type { ArticleAtDesk } from './read-article.ts';

export const carePage = (
  { article, owner, writers }: ArticleAtDesk,
  form: FormState,
  { care, version }: OneArticleWords,
): Page => ({
  title: care.title,
  hasErrors: form.errors.length > 0,
  back: { href: deskArticleAddress(article.id), label: version.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={article.title}>{care.title}</Heading>
      <Form action={deskArticleAddress(article.id, 'care')}>
        <Select
          {...fieldOf(form, 'owner')}
          label={care.owner}
          hint={care.ownerHint}
          options={[{ value: '', label: care.nobody }, ...choicesOf(article, owner, writers)]}
        />
        <DateInput form={form} name="reviewOn" label={care.reviewOn} hint={care.reviewOnHint} />
        <TextInput
          {...fieldOf(form, 'position')}
          label={care.position}
          hint={care.positionHint}
          inputMode="numeric"
          width={5}
        />
        <TextArea {...fieldOf(form, 'related')} label={care.related} hint={care.relatedHint} rows={4} />
        <Button>{care.save}</Button>
      </Form>
    </>
  ),
});

/** An owner who writes articles no more can stay. */
function choicesOf(
  { ownerId }: ArticleAtDesk['article'],
  owner: string | undefined,
  writers: ArticleAtDesk['writers'],
) {
  const choices = writers.map(({ id, name }) => ({ value: id as string, label: name }));
  const isThere = ownerId === null || choices.some(({ value }) => value === ownerId);
  return isThere ? choices : [{ value: ownerId, label: owner ?? '' }, ...choices];
}
