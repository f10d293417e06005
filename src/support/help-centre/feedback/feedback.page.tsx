import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Paragraph,
  TextArea,
  useVisit,
} from '../../../ui/index.ts';
import { contactAddress, helpAddress, helpSearchAddress } from '../../addresses.ts';
import { ArticleFeedback } from './article-feedback.tsx';
import { type AddressOfArticle, feedbackAddress, readArticleAddress } from './feedback.addresses.ts';
import { longestWords } from './feedback.form.ts';
import type { FeedbackWords } from './feedback.words.ts';

interface FeedbackProps {
  article: AddressOfArticle & { title: string };
  form: FormState;
  reasons: readonly { key: string; name: string }[];
  /** What the browser works on before the form is sent. */
  challenge: string;
}

export const feedbackPage = (props: FeedbackProps, words: FeedbackWords): Page => ({
  title: words.form.title,
  hasErrors: props.form.errors.length > 0,
  back: { href: readArticleAddress(props.article), label: words.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.form.title}</Heading>
      <Paragraph>{words.form.about(props.article.title)}</Paragraph>
      <Form action={feedbackAddress(props.article)}>
        <Checkboxes
          {...fieldOf(props.form, 'reasons')}
          label={words.form.reasons}
          hint={words.form.reasonsHint}
          options={props.reasons.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <TextArea
          {...fieldOf(props.form, 'words')}
          label={words.form.words}
          hint={words.form.wordsHint}
          maximum={longestWords}
        />
        <Paragraph>
          {words.form.ask} <a href={contactAddress}>{words.form.contact}</a>.
        </Paragraph>
        <Proof challenge={props.challenge} words={words} />
        <Button>{words.form.send}</Button>
      </Form>
    </>
  ),
});

/** The browser code fills the field in; without it, it stays empty. */
const Proof = ({ challenge, words }: Pick<FeedbackProps, 'challenge'> & { words: FeedbackWords }) => (
  <div
    data-proof={challenge}
    data-script={useVisit().assets('proof-of-work.js')}
    data-checking={words.form.checking}
  >
    <input type="hidden" name="proof" />
    <p role="status" />
    <noscript>
      <p>{words.form.readFirst}</p>
    </noscript>
  </div>
);

/** The question once more, on a page of its own, where its answer did not arrive. */
export const questionPage = (article: AddressOfArticle, form: FormState, words: FeedbackWords): Page => ({
  title: words.question,
  hasErrors: true,
  back: { href: readArticleAddress(article), label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors.map(({ message }) => ({ field: '', message }))} />
      <Heading>{words.question}</Heading>
      <ArticleFeedback article={article} />
    </>
  ),
});

export type FeedbackEnd = keyof FeedbackWords['done'];

export const feedbackEndPage = (article: AddressOfArticle, end: FeedbackEnd, words: FeedbackWords): Page => ({
  title: words.done[end].title,
  back: { href: readArticleAddress(article), label: words.back },
  body: (
    <>
      <Heading>{words.done[end].title}</Heading>
      <Paragraph lead>{words.done[end].text}</Paragraph>
      {end === 'thanks' ? (
        <Paragraph>
          <a href={helpAddress}>{words.allHelp}</a>
        </Paragraph>
      ) : (
        <StillStuck words={words} />
      )}
    </>
  ),
});

const StillStuck = ({ words }: { words: FeedbackWords }) => (
  <>
    <Heading level={2}>{words.stillStuck}</Heading>
    <List
      items={[
        <a key="search" href={helpSearchAddress}>
          {words.otherArticles}
        </a>,
        <a key="contact" href={contactAddress}>
          {words.contactUs}
        </a>,
      ]}
    />
  </>
);
