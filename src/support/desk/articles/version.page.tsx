import { Button, Form, Heading, InsetText, LinkButton, type Page, Paragraph } from '../../../ui/index.ts';
import { isPublic } from '../../articles/article.ts';
import { MarkdownText } from '../../articles/markdown-text.tsx';
import { deskArticleAddress, versionAddress } from './article-addresses.ts';
import { Differences } from './differences.tsx';
import { type ArticleDeskWords, writerOf } from './one-article.page.tsx';
import type { VersionAtDesk } from './read-article.ts';

/** One version as its editor left it, and what it changed. */
export function versionPage(
  props: VersionAtDesk & { timeZone: string },
  { one, desk }: ArticleDeskWords,
): Page {
  const { article, version, before, categories } = props;
  const words = one.version;
  const title = words.title(version.number);
  const writer = writerOf({ ...version, writer: props.writer }, one);
  return {
    title,
    back: { href: deskArticleAddress(article.id), label: words.back },
    body: (
      <>
        <Heading caption={version.title}>{title}</Heading>
        <Paragraph>{words.wrote(writer, desk.moment(version.writtenAt, props.timeZone))}</Paragraph>
        {version.note ? <InsetText>{version.note}</InsetText> : null}
        {props.isNewest && !isPublic(article, version) ? (
          <LinkButton href={deskArticleAddress(article.id, 'publish')}>
            {one.publish[article.state]}
          </LinkButton>
        ) : null}
        {props.isNewest ? null : (
          <Form action={versionAddress(article.id, version.number, 'restore')}>
            <Button variant="secondary">{words.restore}</Button>
          </Form>
        )}
        {before ? (
          <>
            <Heading level={2}>{words.differences(before.number)}</Heading>
            <Differences before={before} after={version} categories={categories} words={one.difference} />
          </>
        ) : (
          <Paragraph>{words.first}</Paragraph>
        )}
        <section className="gh-preview" aria-label={words.text}>
          <p className="nhsuk-heading-l">{version.title}</p>
          {version.summary ? <Paragraph lead>{version.summary}</Paragraph> : null}
          <MarkdownText markdown={version.body} />
        </section>
      </>
    ),
  };
}
