import { type Page, Paragraph, Tag } from '../../ui/index.ts';
import { mainContactRequestsAddress, registrationAddress, registrationsAddress } from '../addresses.ts';
import { type Claims, claimsListPage } from '../claims/claims-list.page.tsx';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import type { ListedRegistration } from './registration.ts';

export const registrationsPage = (list: Claims<ListedRegistration>, words: CheckRegistrationWords): Page =>
  claimsListPage({
    ...list,
    words: words.list,
    address: registrationsAddress,
    addressOf: registrationAddress,
    tag: (registration) => <StateTag registration={registration} words={words} />,
    after: (
      <Paragraph>
        <a href={mainContactRequestsAddress}>{words.list.newMainContacts}</a>
      </Paragraph>
    ),
  });

interface StateTagProps {
  registration: ListedRegistration;
  words: CheckRegistrationWords;
}

function StateTag({ registration, words }: StateTagProps) {
  if (registration.state === 'approved') return <Tag colour="green">{words.states.approved}</Tag>;
  if (registration.state === 'refused') return <Tag colour="grey">{words.states.refused}</Tag>;
  return registration.isChecked ? (
    <Tag colour="blue">{words.list.checked}</Tag>
  ) : (
    <Tag colour="yellow">{words.list.toCheck}</Tag>
  );
}
