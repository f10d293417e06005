import type { ReactNode } from 'react';
import { wordsIn } from '../../../kernel/words.ts';
import { Button, ButtonGroup, Form, Heading, useVisit } from '../../../ui/index.ts';
import { type AddressOfArticle, helpfulAddress } from './feedback.addresses.ts';
import { feedbackWords } from './feedback.words.ts';

/** Below an article: whether it helped, as its page is handed it. */
export const articleFeedback = (article: AddressOfArticle): ReactNode => (
  <ArticleFeedback article={article} />
);

/** Whether an article helped. */
export function ArticleFeedback({ article }: { article: AddressOfArticle }) {
  const words = wordsIn(feedbackWords, useVisit().language);
  return (
    <Form action={helpfulAddress(article)} className="gh-helpful">
      <Heading level={2} size="s">
        {words.question}
      </Heading>
      <ButtonGroup>
        <Button variant="secondary" name="helpful" value="yes">
          {words.yes}
        </Button>
        <Button variant="secondary" name="helpful" value="no">
          {words.no}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
