import { Button, Heading, List, type Page, Paragraph } from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import type { PersonHere } from '../members/person-here.ts';
import { type PersonStepProps, personStepPage } from '../members/person-step.page.tsx';
import type { ReactivatePersonWords } from './reactivate-person.words.ts';

export function reactivatePage(props: PersonStepProps, words: ReactivatePersonWords): Page {
  const title = words.title(props.person.member.fullName);
  const before = <List items={words.what} />;
  const inside = <Button>{words.button}</Button>;
  return personStepPage({ ...props, step: 'reactivate', title, before, inside, cancel: words.cancel });
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
