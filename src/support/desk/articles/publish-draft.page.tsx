import { Button, ButtonGroup, Form, Heading, LinkButton, type Page, Paragraph } from '../../../ui/index.ts';
import { MarkdownText } from '../../articles/markdown-text.tsx';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import { deskArticleAddress } from './article-addresses.ts';
import { Differences } from './differences.tsx';
import { type ArticleDeskWords, writerOf } from './one-article.page.tsx';
import type { DraftToPublish } from './publish-draft.ts';

interface PublishProps extends DraftToPublish {
  notice: Notice | undefined;
  timeZone: string;
}

/** What the public reads once a draft is published, and what of it is new. */
export function publishDraftPage(props: PublishProps, { one, desk }: ArticleDeskWords): Page {
  const { article, draft, before, categories } = props;
  const words = one.publishing;
  const title = words.title[article.state];
  const writer = writerOf({ ...draft, writer: props.writer }, one);
  return {
    title,
    back: { href: deskArticleAddress(article.id), label: one.version.back },
    body: (
      <>
        <OutcomeNotice notice={props.notice} />
        <Heading caption={draft.title}>{title}</Heading>
        <Paragraph>
          {words.wrote(one.version.title(draft.number), writer, desk.moment(draft.writtenAt, props.timeZone))}
        </Paragraph>
        <Paragraph>{words.text[article.state]}</Paragraph>
        {before && before.title !== draft.title ? <Paragraph>{words.newAddress}</Paragraph> : null}
        <Form action={deskArticleAddress(article.id, 'publish')}>
          <input type="hidden" name="number" value={draft.number} />
          <ButtonGroup>
            <Button>{words.confirm}</Button>
            <LinkButton href={deskArticleAddress(article.id, 'edit')} variant="secondary">
              {one.edit}
            </LinkButton>
            <a href={deskArticleAddress(article.id)}>{desk.cancel}</a>
          </ButtonGroup>
        </Form>
        {before && before.number !== draft.number ? (
          <>
            <Heading level={2}>{words.differences[article.state]}</Heading>
            <Differences before={before} after={draft} categories={categories} words={one.difference} />
          </>
        ) : null}
        <Heading level={2}>{words.preview}</Heading>
        <section className="gh-preview" aria-label={words.preview}>
          <p className="nhsuk-heading-l">{draft.title}</p>
          {draft.summary ? <Paragraph lead>{draft.summary}</Paragraph> : null}
          <MarkdownText markdown={draft.body} />
        </section>
      </>
    ),
  };
}
