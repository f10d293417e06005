import { Button, Form, Heading, List, Paragraph, useVisit } from '../../ui/index.ts';
import { articleAddress } from '../addresses.ts';
import { answeredAddress, offeredAddress } from './ask.addresses.ts';
import type { AskWords } from './ask.words.ts';

export interface OfferedArticle {
  slug: string;
  category: string;
  title: string;
}

/** Articles that may answer it, beside the form and never before it. */
export const OfferedArticles = ({
  articles,
  words,
}: {
  articles: readonly OfferedArticle[];
  words: AskWords;
}) =>
  articles.length === 0 ? null : (
    <>
      <Heading level={2} size="s">
        {words.form.articles}
      </Heading>
      <List
        items={articles.map(({ category, slug, title }) => (
          <a key={slug} href={articleAddress(category, slug)} target="_blank" rel="noreferrer">
            {title} {words.form.newTab}
          </a>
        ))}
      />
      <Form action={answeredAddress}>
        <Button variant="secondary" small>
          {words.form.answered}
        </Button>
      </Form>
    </>
  );

/** Filled by the browser code with what fits the words typed above it, so that nothing moves under the hands. */
export const OfferedWhileTyping = ({ words }: { words: AskWords }) => (
  <div
    className="gh-offered"
    data-offered={offeredAddress}
    data-script={useVisit().assets('offer-articles.js')}
    data-found={words.form.found}
    data-found-one={words.form.foundOne}
    data-new-tab={words.form.newTab}
    hidden
  >
    <Heading level={2} size="s">
      {words.form.articlesTyped}
    </Heading>
    <Paragraph small>{words.form.articlesHint}</Paragraph>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li />
    </ul>
  </div>
);
