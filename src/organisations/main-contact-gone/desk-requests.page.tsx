import { type Page, Tag } from '../../ui/index.ts';
import { mainContactRequestAddress, mainContactRequestsAddress } from '../addresses.ts';
import { type Claims, claimsListPage } from '../claims/claims-list.page.tsx';
import type { DeskRequestWords } from './desk.words.ts';
import type { ListedRequest } from './main-contact-request.store.ts';

export const deskRequestsPage = (list: Claims<ListedRequest>, words: DeskRequestWords): Page =>
  claimsListPage({
    ...list,
    words: words.list,
    address: mainContactRequestsAddress,
    addressOf: mainContactRequestAddress,
    tag: (request) => <StateTag request={request} words={words} />,
  });

function StateTag({ request, words }: { request: ListedRequest; words: DeskRequestWords }) {
  if (request.state === 'approved') return <Tag colour="green">{words.states.approved}</Tag>;
  if (request.state !== 'waiting') return <Tag colour="grey">{words.states[request.state]}</Tag>;
  if (request.isContested) return <Tag colour="red">{words.list.contested}</Tag>;
  return request.isConfirmed ? (
    <Tag colour="blue">{words.list.confirmed}</Tag>
  ) : (
    <Tag colour="yellow">{words.list.toConfirm}</Tag>
  );
}
