import { Button, ButtonGroup, Form, Heading, type Page, Paragraph } from '../../../ui/index.ts';
import type { Article } from '../../articles/article.ts';
import { deskArticleAddress } from './article-addresses.ts';
import type { ArticleDeskWords } from './one-article.page.tsx';

export const archivePage = ({ id, title }: Article, { one, desk }: ArticleDeskWords): Page => ({
  title: one.archiving.title,
  back: { href: deskArticleAddress(id), label: one.version.back },
  body: (
    <>
      <Heading caption={title}>{one.archiving.title}</Heading>
      <Paragraph>{one.archiving.text}</Paragraph>
      <Form action={deskArticleAddress(id, 'archive')}>
        <ButtonGroup>
          <Button variant="warning">{one.archiving.confirm}</Button>
          <a href={deskArticleAddress(id)}>{desk.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});
