import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { categoryAddress, deskArticlesAddress } from '../../addresses.ts';
import type { Category } from '../../articles/article.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { deskCategoriesAddress, deskCategoryAddress, newCategoryAddress } from './article-addresses.ts';
import type { FilledCategory } from './categories.store.ts';
import type { CategoriesWords } from './categories.words.ts';

interface CategoriesProps {
  categories: readonly FilledCategory[];
  notice: Notice | undefined;
}

export const categoriesPage = ({ categories, notice }: CategoriesProps, words: CategoriesWords): Page => ({
  title: words.title,
  width: 'full',
  back: { href: deskArticlesAddress, label: words.back },
  body: (
    <>
      <OutcomeNotice notice={notice} />
      <Heading>{words.title}</Heading>
      <LinkButton href={newCategoryAddress}>{words.add}</LinkButton>
      {categories.length > 0 ? (
        <CategoryTable categories={categories} words={words} />
      ) : (
        <EmptyState heading={words.none.heading}>
          <p>{words.none.text}</p>
        </EmptyState>
      )}
    </>
  ),
});

const CategoryTable = ({
  categories,
  words,
}: Pick<CategoriesProps, 'categories'> & { words: CategoriesWords }) => (
  <Table
    caption={words.caption}
    columns={Object.values(words.columns).map((heading) => ({ heading }))}
    rows={categories.map(({ id, slug, title, articles }) => [
      title,
      <a key="address" href={categoryAddress(slug)}>
        {categoryAddress(slug)}
      </a>,
      String(articles),
      <a key="change" href={deskCategoryAddress(id)}>
        {words.changeOne}
        <span className="nhsuk-u-visually-hidden"> {title}</span>
      </a>,
    ])}
  />
);

interface CategoryProps {
  /** Nothing of a new one. */
  category?: Category | undefined;
  form: FormState;
}

export const categoryPage = ({ category, form }: CategoryProps, words: CategoriesWords): Page => ({
  title: category ? words.change : words.add,
  hasErrors: form.errors.length > 0,
  back: { href: deskCategoriesAddress, label: words.backToAll },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      {category ? <Heading caption={category.title}>{words.change}</Heading> : <Heading>{words.add}</Heading>}
      <Form action={category ? deskCategoryAddress(category.id) : newCategoryAddress}>
        <TextInput {...fieldOf(form, 'title')} label={words.fields.title} />
        <TextArea
          {...fieldOf(form, 'description')}
          label={words.fields.description}
          hint={words.fields.descriptionHint}
          rows={2}
        />
        <TextInput
          {...fieldOf(form, 'position')}
          label={words.fields.position}
          hint={words.fields.positionHint}
          inputMode="numeric"
          width={5}
        />
        <Button>{words.save}</Button>
      </Form>
      {category ? (
        <Form action={deskCategoryAddress(category.id, 'remove')}>
          <Paragraph>{words.removeText}</Paragraph>
          <Button variant="secondary">{words.remove}</Button>
        </Form>
      ) : null}
    </>
  ),
});
