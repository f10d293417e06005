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
import { userAddress } from '../addresses.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { ReactivatePersonWords } from './reactivate-person.words.ts';

export function reactivatePage(
  { here, member }: PersonHere,
  form: FormState,
  words: ReactivatePersonWords,
): Page {
  const title = words.title(member.fullName);
  const back = userAddress(here.organisation.code, member.id);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <List items={words.what} />
        <Form action={userAddress(here.organisation.code, member.id, 'reactivate')}>
          <Button>{words.button}</Button>
        </Form>
        <Paragraph>
          <a href={back}>{words.cancel}</a>
        </Paragraph>
      </>
    ),
  };
}

export const notUnusedPage = ({ here, member }: PersonHere, words: ReactivatePersonWords): Page => ({
  title: words.notUnused,
  back: { href: userAddress(here.organisation.code, member.id) },
  body: (
    <>
      <Heading>{words.notUnused}</Heading>
      <Paragraph>
        <a href="/contact">{words.support}</a>
      </Paragraph>
    </>
  ),
});
