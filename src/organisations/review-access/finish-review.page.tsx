import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { reviewAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import { askedOf, type ReviewedPeople } from './read-review.ts';
import type { ReviewAccessWords } from './review-access.words.ts';

interface FinishReviewProps {
  here: Here;
  people: ReviewedPeople;
  form: FormState;
}

/** Who will lose their access, before anybody does. */
export function finishReviewPage({ here, people, form }: FinishReviewProps, words: ReviewAccessWords): Page {
  const { finish } = words;
  const leaving = askedOf(people).filter(({ decision }) => decision === 'remove');
  const back = reviewAddress(here.practice.code);
  return {
    title: finish.title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={here.practice.name}>{finish.title}</Heading>
        <Paragraph>{finish.keeping(askedOf(people).length - leaving.length)}</Paragraph>
        <Paragraph>{finish.removing(leaving.length)}</Paragraph>
        {leaving.length > 0 ? (
          <>
            <List items={leaving.map(({ member }) => `${member.fullName}, ${member.email}`)} />
            <Paragraph>{finish.told}</Paragraph>
          </>
        ) : null}
        <Form action={reviewAddress(here.practice.code, 'finish')}>
          <Button {...(leaving.length > 0 && { variant: 'warning' as const })}>{finish.button}</Button>
        </Form>
        <Paragraph>
          <a href={back}>{finish.change}</a>
        </Paragraph>
      </>
    ),
  };
}
